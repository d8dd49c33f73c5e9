import type { actions as enActions, groups as enGroups, keyName as enKeyName } from '../en/actions';

export const actions: typeof enActions = {
  play: { label: '播放或暂停', states: ['播放', '暂停'] },
  eventBack: { label: '后退一个事件' },
  eventForward: { label: '前进一个事件' },
  markBack: { label: '上一个关键时刻' },
  markForward: { label: '下一个关键时刻' },
  serverBack: { label: '后退到该服务器的上一个事件' },
  serverForward: { label: '前进到该服务器的下一个事件' },
  roundBack: { label: '沿 RPC 后退一步' },
  roundForward: { label: '沿 RPC 前进一步' },
  secondBack: { label: '后退一秒' },
  secondForward: { label: '前进一秒' },
  slower: { label: '减速' },
  faster: { label: '加速' },
  autoSpeed: { label: '自动调速' },
  loopFrom: { label: '从此处开始循环' },
  loopTo: { label: '循环到此处' },
  loopOff: { label: '结束循环' },
  stops: { label: '步进、停止条件与循环…' },
  toStart: { label: '回到开头' },
  toEnd: { label: '跳到末尾' },
  bookmark: { label: '为此刻加书签' },
  nextBookmark: { label: '下一个书签' },
  bookmarks: { label: '书签…' },

  selectServer: { label: '选择服务器' },
  crash: {
    label: '崩溃或重启',
    states: ['使其崩溃', '重启'],
  },
  freeze: {
    label: '暂停或恢复',
    states: ['暂停', '恢复'],
  },
  expireTimer: { label: '立即超时' },
  isolate: {
    label: '隔离或重新接入',
    states: ['隔离', '重新接入'],
  },
  machine: { label: '时钟与磁盘…' },

  transfer: { label: '把领导权移交给它' },
  compact: { label: '立即做快照' },
  membership: {
    label: '移除或加入成员',
    states: ['从成员中移除', '加入成员'],
  },
  addServer: { label: '增加一台计算机' },
  members: { label: '成员…' },

  partition: { label: '网络分区…' },
  heal: { label: '全部恢复' },
  network: { label: '网络与链路…' },

  selectMessage: { label: '选择消息' },
  drop: { label: '丢弃消息' },
  deliver: { label: '立即送达' },
  duplicate: { label: '复制消息' },

  write: { label: '客户端写入' },
  compose: { label: '写入或读取…' },
  clients: { label: '客户端负载…' },
  crashClient: {
    label: '使客户端崩溃或重启',
    states: ['使客户端崩溃', '重启客户端'],
  },

  why: { label: '刚才发生了什么？' },
  inspector: { label: '检查器' },
  legend: { label: '图例' },
  safety: { label: '安全性' },
  zoomIn: { label: '放大' },
  zoomOut: { label: '缩小' },
  zoomReset: { label: '原始大小' },
  diagram: { label: '时空图' },
  lightPast: { label: '突出前因' },
  lightFuture: { label: '突出后果' },
  foldQuiet: { label: '折叠平静时段' },
  theme: { label: '切换主题' },
  lecture: { label: '讲课' },
  fullScreen: { label: '全屏' },
  settings: { label: '设置…' },
  help: { label: '快捷键' },
  palette: { label: '所有命令…' },
  close: { label: '关闭' },

  undo: { label: '撤销' },
  newCluster: { label: '新建集群…' },
  timing: { label: '时间参数…' },
  breakRaft: { label: '破坏 Raft…' },
  options: { label: '协议选项…' },
  rules: { label: '规则…' },
  scenarios: { label: '场景…' },
  nextGroup: { label: '下一个组' },
  branchHere: { label: '在此处分支' },
  branches: { label: '分支…' },
  share: { label: '分享与保存…' },
  saveRun: { label: '保存运行记录' },
  saveTrace: { label: '保存轨迹' },
  open: { label: '打开文件…' },
  goTo: { label: '跳转…' },
  traceFormat: { label: '记录你自己的 Raft…' },
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

const KEYS: Record<string, string> = {
  ' ': '空格',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

export const keyName: typeof enKeyName = (key) => {
  if (key === '+' || key === ' ') return KEYS[key] ?? key;
  return key
    .split('+')
    .map((part) => KEYS[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' + ');
};
