import type { app as en } from '../en/app';

const server = (id: number): string => `S${id}`;

export const app: typeof en = {
  name: 'Raftarium',
  pageTitle: 'Raftarium：运行中的 Raft',
  skip: '跳到集群',
  regions: {
    header: 'Raftarium 页首',
    stage: '集群',
    client: '客户端',
    inspector: '检查器',
    why: '为什么',
    time: '时间',
    describe: '用文字描述的集群',
  },
  close: '关闭',

  header: {
    run: (scenario, seed) => (scenario === null ? `种子 ${seed}` : `${scenario}，种子 ${seed}`),
    servers: (count) => `${count} 台服务器`,
    chooseServers: (count) => `${count} 台服务器，新建集群`,
    rulesOff: (count) => `${count} 条规则已关闭`,
    rulesOffHint: (ids) => `此刻这不是 Raft。已关闭：${ids.join('、')}。`,
    newOf: (count) => `新建 ${count} 台服务器的集群`,
    copy: '复制链接',
    copied: '链接已复制',
    copyFailed: '浏览器不允许写入剪贴板，请直接复制地址栏。',
    otherLanguage: 'English',
    toOtherLanguage: 'English interface',
    theme: '主题',
    themes: { auto: '跟随系统', light: '浅色', dark: '深色', projector: '投影' },
    help: '帮助与按键',
    menu: '菜单',
  },

  hints: {
    select: '点击一台服务器，再让它崩溃',
    tap: '轻触一台服务器，再让它崩溃',
    cut: '在服务器之间拖出一条线',
  },

  transport: {
    label: '播放',
    back: '后退一个事件',
    forward: '前进一个事件',
    play: '播放',
    pause: '暂停',
    speed: '速度：虚拟时间与真实时间之比',
    auto: '自动',
    moreSpeeds: '更多速度',
    previousMoment: '上一个关键时刻',
    nextMoment: '下一个关键时刻',
    now: '当前虚拟时间',
  },

  stage: {
    cut: '切断网络',
    heal: '恢复',
    network: '网络',
    tools: '网络工具',
  },

  groups: {
    label: '显示的 Raft 组',
    choice: (group, leader) => (leader === 0 ? `${group} 无领导者` : `${group} ${server(leader)}`),
  },

  client: {
    title: '客户端',
  },

  drop: '松开即可打开这个文件',
  missing: {
    text: '这一部分未能加载，请检查网络连接。',
    again: '重试',
  },

  error: {
    title: '页面出错了',
    text: '本次运行没有丢失：打开下面的地址即可回到同一时刻。',
    detail: '出了什么问题',
    copy: '复制地址',
    copyDetail: '复制详情',
    resume: '从这里继续',
    fresh: '新建集群',
  },
};
