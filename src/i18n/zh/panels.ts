import type { panels as en } from '../en/panels';
import { common } from './common';

const { server } = common;

export const panels: typeof en = {
  apply: '应用',

  panels: {
    members: '成员',
    options: '协议选项',
    rules: '规则',
    scenarios: '场景',
    partition: '网络分区',
    network: '网络与链路',
    machine: (id) => `${server(id)} 的时钟与磁盘`,
    clients: '客户端负载',
    timing: '时间参数',
    branches: '分支',
    bookmarks: '书签',
    stops: '步进、停止与循环',
    legend: '图例',
    safety: '安全性',
    settings: '设置',
    newCluster: '新建集群',
    share: '分享与保存',
    breakRaft: '破坏 Raft',
    open: '打开文件',
    goTo: '跳到某一时刻',
    traceFormat: '记录你自己的 Raft',
    help: '帮助',
    palette: '所有命令',
    write: '写入或读取',
    inspector: '检查器',
  },

  partition: {
    intro: '位于不同侧的服务器彼此无法通信。',
    side: (id) => `${server(id)} 所在侧`,
    sides: { A: 'A', B: 'B', C: 'C' },
    apply: '切断',
    heal: '全部恢复',
    draw: '在画面上划线',
    majority: (side, count, all) => `${side} 侧有 ${all} 台中的 ${count} 台，是多数派。`,
    noMajority: '没有一侧是多数派，因此无法提交任何条目。',
    whole: '所有服务器都在同一侧：网络是完整的。',
  },

  network: {
    scope: '适用于',
    all: '所有链路',
    one: (from, to) => `${server(from)} → ${server(to)}`,
    from: '发送方',
    to: '接收方',
    latencyMin: '最小延迟',
    latencyMax: '最大延迟',
    shape: '分布',
    shapes: { uniform: '均匀', triangular: '集中在中间', tail: '少数很晚到达' },
    loss: '丢失率',
    duplication: '重复率',
    links: '单向链路',
    linksHint: '行为发送方，列为接收方。',
    mode: '点按的作用',
    modes: { cut: '切断', hold: '拦截' },
    modeHints: {
      cut: '被切断的方向会丢失所有消息。',
      hold: '被拦截的方向会积压消息，直到放行。',
    },
    direction: (from, to) => `${server(from)} 到 ${server(to)}`,
    states: { open: '通畅', cut: '已切断', held: '已拦截', both: '已切断并拦截' },
  },

  machine: {
    rate: '时钟速度',
    rateUnit: '× 真实时间',
    offset: '时钟快了',
    diskMin: '磁盘写入，最短',
    diskMax: '磁盘写入，最长',
    clock: '时钟',
    disk: '磁盘',
    noServer: '请先选择一台服务器。',
  },

  timing: {
    intro: '每台服务器每次都在最小值与最大值之间随机选取选举超时。',
    electionMin: '选举超时，最小',
    electionMax: '选举超时，最大',
    heartbeat: '心跳间隔',
    risky: '心跳间隔长于最小选举超时：跟随者会不断发起选举。',
  },

  faults: {
    number: '这不是数字。',
    range: (min, max) => `应在 ${min} 到 ${max} 之间。`,
    order: '最大值不能小于最小值。',
    above: '最大值必须大于最小值。',
  },

  clients: {
    intro: '每个客户端自行发起操作的间隔。',
    custom: '每隔',
  },

  branches: {
    open: '打开',
    current: '当你在过去采取行动时，原来的未来会保存在这里。',
  },

  settings: {
    theme: '主题',
    language: '语言',
    languages: { auto: '跟随系统', en: 'English', 'zh-CN': '中文' },
    motion: '动态效果',
    motions: { auto: '跟随系统', reduce: '减弱', full: '完整' },
    shortcuts: '单键快捷键',
    sound: '角色变化与提交的提示音',
    on: '开启',
    off: '关闭',
    scale: '大小',
    scaleValue: (scale) => `${Math.round(scale * 100)} %`,
  },

  newCluster: {
    servers: '服务器数量',
    seed: '种子（留空则随机）',
    seedFault: '应为 0 到 4,294,967,295 的整数。',
    create: '开始',
  },

  share: {
    intro: '任何人打开这个地址，都会看到同一次运行的同一时刻。',
    address: '地址',
    preview: '带预览的地址',
    previewIntro: '在聊天和文章里，这个地址会显示场景简介；打开后从头开始。',
    qr: '二维码',
    qrIntro: '用手机打开此刻，不含你的书签和备注。',
    qrTooLong: '这次运行太长，放不进二维码。请分享它的地址。',
    files: '保存为文件',
    embed: '放进网页',
    filesIntro: '运行记录足以重现一切：随机种子、配置和操作。轨迹包含至今的每一次状态转移。',
  },

  open: {
    intro:
      '选择保存的运行记录、另一个 Raft 的轨迹（raft-trace/1）或 etcd raft 库的文本日志，也可以把文件拖到页面上的任意位置。',
    choose: '选择文件…',
    text: '也可以粘贴链接，或这类文件的内容',
    go: '打开',
  },

  goTo: { time: '时间', go: '跳转' },

  help: {
    intro: '这是一个在浏览器中模拟的真实 Raft 集群。圆形是服务器，矩形是任期与日志条目，尖头的标记是消息。',
    steps: [
      '点击一台服务器，让它崩溃、暂停或与网络断开，看其他服务器如何选出新的领导者。',
      '点击一条消息，查看它的字段，丢弃它或立即送达。',
      '拖动时间轴可以回到过去。在过去采取行动时，原来的未来会保存为分支。',
      '地址栏始终指向当前的运行与时刻：复制它即可分享你所看到的。',
    ],
    keys: '按键',
    legend: '各种标记的含义',
    or: '或',
  },

  palette: {
    search: '搜索命令',
    empty: '没有这样的命令。',
    results: (count) => `${count} 条命令`,
  },
};
