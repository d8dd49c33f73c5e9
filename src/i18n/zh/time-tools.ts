import type { timeTools as en } from '../en/time-tools';
import { formatInstant } from '../format';
import { common } from './common';

const { server } = common;

const FACETS = {
  status: '运行状态',
  role: '角色',
  term: '任期',
  vote: '投票',
  commit: 'commitIndex',
  log: '日志',
};

export const timeTools: typeof en = {
  steps: {
    title: '步进方式',
    event: '事件',
    mark: '关键时刻',
    server: (id) => (id === 0 ? '所选服务器' : `${server(id)} 的事件`),
    round: 'RPC：发出、到达、答复',
    back: (what) => `${what}：后退`,
    forward: (what) => `${what}：前进`,
    noServer: '请先在集群图上选择一台服务器。',
  },

  stops: {
    title: '何时停下',
    leader: '有服务器成为领导者',
    commit: '有日志条目被提交',
    truncation: '有日志被截断',
    violation: '安全性被破坏',
    termAbove: '开始的任期高于',
    term: '任期',
    own: '自定义条件',
    subject: '对象',
    what: '事情',
    whats: {
      role: '成为',
      term: '任期',
      commitIndex: 'commitIndex',
      logLength: '日志长度',
      sent: '发出',
      received: '收到',
      dropped: '丢失消息',
      client: '客户端得到答复',
    },
    role: '角色',
    comparison: '比较',
    value: '数值',
    message: '消息',
    outcome: '结果',
    add: '添加',
    full: '最多十二个条件。',
    remove: (rule) => `移除：${rule}`,
  },

  speed: {
    title: '速度',
    auto: '自动调速',
    autoHint: '在选举、提交、冲突和崩溃附近放慢，其余时间加快。',
  },

  loop: {
    title: '循环播放一段',
    from: '起点',
    to: '终点',
    fromHere: '从此处',
    toHere: '到此处',
    set: '循环',
    off: '不再循环',
    order: '终点必须比起点至少晚一毫秒。',
  },

  watch: {
    label: '播放时自动进行的事',
    stops: (rules) => `停止条件：${rules.join('；或')}`,
    loop: (from, to) =>
      to === null
        ? `循环起点 ${formatInstant(from)}：请选择终点`
        : `循环 ${formatInstant(from)} – ${formatInstant(to)}`,
    change: '更改',
    clearStops: '不再停下',
    clearLoop: '结束循环',
  },

  branches: {
    intro: '在过去进行操作时，你离开的未来会保留为一个分支。',
    none: '还没有分支。请在过去进行操作，或选择“在此处分支”。',
    here: '正在显示',
    original: '当前运行',
    tree: '所有分支及其分叉时刻',
    left: (at) => `离开于 ${formatInstant(at)}`,
    parts: (at) => (at === 0 ? '从起点就不同' : `分叉于 ${formatInstant(at)}`),
    keep: '在此处分支',
    rename: '重命名',
    renameOf: (name) => `重命名${name}`,
    title: (name) => `${name}的名称`,
    save: '保存',
    cancel: '取消',
    delete: '删除',
    deleteOf: (name) => `删除${name}`,
    open: '打开',
    openOf: (name) => `打开：${name}`,
    beside: '并排对比',
    besideOf: (name) => `与${name}并排对比`,
    other: '与另一次运行并排对比',
    otherRule: '同样的操作，但关闭或开启一条规则',
    otherScenario: '某个场景',
    rule: '规则',
    scenario: '场景',
    show: '并排显示',
    without: (rule) => `无规则“${rule}”`,
    with: (rule) => `有规则“${rule}”`,
  },

  share: {
    text: '复制为',
    kind: '形式',
    kinds: { link: '链接', text: '文字', iframe: 'HTML 内嵌框架', markdown: 'Markdown' },
    copy: '复制',
    copied: '已复制',
    at: (run, time) => `${run}，${time}`,
    picture: '图片与影片',
    pictureHint: '此刻的集群与日志，使用页面的主题。文件不依赖任何其他内容。',
    filmHint: (seconds) =>
      `影片按页面的速度展示循环片段，没有循环时展示接下来的一段，最长 ${seconds} 秒。无法录制的浏览器会得到一组 SVG。`,
    film: '影片',
    filming: '正在制作影片',
    cancel: '取消',
  },

  beside: {
    region: '并排的两个分支',
    leave: '结束对比',
    swap: '在此操作',
    onStage: '你在这里操作',
    looking: (until) => `直到 ${formatInstant(until)} 没有差异，继续比较…`,
    sameAll: (until) => `直到 ${formatInstant(until)} 没有差异。`,
    first: (at) => `第一处差异在 ${formatInstant(at)}`,
    go: '前往',
    nothing: '此刻什么也没有发生',
    differ: (servers) =>
      servers.length === 0 ? '此刻所有服务器都相同。' : `此刻不同的服务器：${common.servers(servers)}。`,
    facet: (facet, servers) =>
      facet === null ? `只在一边：${common.servers(servers)}` : `${FACETS[facet]}：${common.servers(servers)}`,
    mark: '第一处差异',
  },
};
