import type { actions as enActions, groups as enGroups, keyName as enKeyName } from '../en/actions';

export const actions: typeof enActions = {
  play: { label: '播放或暂停', hint: '让虚拟时间流动或停下。', states: ['播放', '暂停'] },
  eventBack: { label: '后退一个事件', hint: '回到上一个事件。' },
  eventForward: { label: '前进一个事件', hint: '前往下一个事件。' },
  markBack: { label: '上一个关键时刻', hint: '回到上一次选举、新领导者、崩溃或断网。' },
  markForward: { label: '下一个关键时刻', hint: '前往下一次选举、新领导者、崩溃或断网。' },
  secondBack: { label: '后退一秒', hint: '后退一个虚拟秒。' },
  secondForward: { label: '前进一秒', hint: '前进一个虚拟秒。' },
  slower: { label: '减速', hint: '让虚拟时间走得更慢。' },
  faster: { label: '加速', hint: '让虚拟时间走得更快。' },
  toStart: { label: '回到开头', hint: '回到本次运行的起点。' },
  toEnd: { label: '跳到末尾', hint: '跳到已经看到的最后时刻。' },

  selectServer: { label: '选择服务器', hint: '选择对应编号的服务器。' },
  crash: {
    label: '崩溃或重启',
    hint: '崩溃后只留下任期、投票和日志；重启时从磁盘读回。',
    states: ['使其崩溃', '重启'],
  },
  freeze: {
    label: '暂停或恢复',
    hint: '暂停的服务器保留状态但不处理任何事情，如同长时间的垃圾回收。',
    states: ['暂停', '恢复'],
  },
  expireTimer: { label: '立即超时', hint: '选举计时器立刻到期；领导者则立刻发送心跳。' },
  isolate: {
    label: '隔离或重新接入',
    hint: '被隔离的服务器与其他服务器互不可达；客户端仍能访问它。',
    states: ['隔离', '重新接入'],
  },
  machine: { label: '时钟与磁盘…', hint: '设定它的时钟快慢和磁盘延迟。' },

  transfer: { label: '把领导权移交给它', hint: '领导者让该服务器赶上进度，并叫它参选。' },
  compact: { label: '立即做快照', hint: '该服务器用快照取代已应用的条目。' },
  membership: {
    label: '移除或加入成员',
    hint: '请求领导者就这一台服务器变更成员。',
    states: ['从成员中移除', '加入成员'],
  },
  addServer: { label: '增加一台计算机', hint: '新的服务器等待被加入成员。' },
  members: { label: '成员…', hint: '选择由谁投票：一次一台，或用联合共识。' },

  partition: { label: '网络分区…', hint: '选择哪些服务器可以互相通信。' },
  heal: { label: '全部恢复', hint: '结束所有分区、隔离、断开和拦截。' },
  network: { label: '网络与链路…', hint: '设定延迟、丢包和重复；断开或拦截单条链路。' },

  selectMessage: { label: '选择消息', hint: '选择下一条或上一条在途消息。' },
  drop: { label: '丢弃消息', hint: '选中的消息就此丢失。' },
  deliver: { label: '立即送达', hint: '选中的消息立刻到达。' },
  duplicate: { label: '复制消息', hint: '选中的消息会到达两次。' },

  write: { label: '客户端写入', hint: '客户端写入下一个小数值。' },
  compose: { label: '写入或读取…', hint: '选择操作以及要询问的服务器。' },
  clients: { label: '客户端负载…', hint: '设定客户端自行发起操作的频率。' },
  crashClient: {
    label: '使客户端崩溃或重启',
    hint: '恢复的客户端会再次请求已经发起的操作。',
    states: ['使客户端崩溃', '重启客户端'],
  },

  why: { label: '刚才发生了什么？', hint: '解释最近的事件及其起因。' },
  inspector: { label: '检查器', hint: '显示所选服务器的全部状态。' },
  legend: { label: '图例', hint: '说明每种标记的含义。' },
  safety: { label: '安全性', hint: '哪些性质成立、检查了什么，以及客户端看到的历史。' },
  zoomIn: { label: '放大', hint: '放大文字和标记。' },
  zoomOut: { label: '缩小', hint: '缩小文字和标记。' },
  zoomReset: { label: '原始大小', hint: '恢复文字和标记的原始大小。' },
  theme: { label: '切换主题', hint: '跟随系统、浅色、深色、投影。' },
  fullScreen: { label: '全屏', hint: '进入或退出全屏。' },
  settings: { label: '设置…', hint: '主题、语言、动态效果、快捷键。' },
  help: { label: '快捷键', hint: '显示所有快捷键。' },
  palette: { label: '所有命令…', hint: '搜索可以做的一切。' },
  close: { label: '关闭', hint: '关闭打开的面板，或取消选择。' },

  undo: { label: '撤销', hint: '撤回上一个操作，并回到它之前的时刻。' },
  newCluster: { label: '新建集群…', hint: '用 3 到 9 台服务器重新开始。' },
  timing: { label: '时间参数…', hint: '设定选举超时和心跳间隔。' },
  breakRaft: { label: '破坏 Raft…', hint: '关掉 Raft 的规则，寻找出错的一次运行。' },
  options: { label: '协议选项…', hint: 'PreVote、CheckQuorum、快照、批量、优先级。' },
  rules: { label: '规则…', hint: '关掉 Raft 的规则，看看它们有什么用。' },
  scenarios: { label: '场景…', hint: '打开一次只说明一件事的运行。' },
  nextGroup: { label: '下一个组', hint: '显示多个 Raft 组中的下一个。' },
  branches: { label: '分支…', hint: '回到你离开过的另一种未来。' },
  share: { label: '分享与保存…', hint: '复制指向此刻的链接，或保存运行记录与轨迹。' },
  saveRun: { label: '保存运行记录', hint: '下载 JSON：随机种子、配置和每一个操作。' },
  saveTrace: { label: '保存轨迹', hint: '以 JSON Lines 下载至今的全部状态转移，供检查程序和笔记本使用。' },
  open: { label: '打开运行记录…', hint: '打开保存的运行记录或链接。' },
  goTo: { label: '跳转…', hint: '跳转到某一时刻。' },
};

export const groups: typeof enGroups = {
  transport: '时间',
  server: '所选服务器',
  network: '网络',
  message: '所选消息',
  client: '客户端',
  view: '视图',
  run: '运行',
};

const KEYS: Record<string, string> = { ' ': '空格', ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' };

export const keyName: typeof enKeyName = (key) => {
  if (key === '+' || key === ' ') return KEYS[key] ?? key;
  return key
    .split('+')
    .map((part) => KEYS[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' + ');
};
