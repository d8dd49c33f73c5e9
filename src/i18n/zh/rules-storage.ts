import type { storageRules as en } from '../en/rules-storage';
import type { Facts } from '../sentences';
import { common } from './common';
import { isMajority, me, words, you } from './rule-words';

const { servers, entries } = common;

const what = ({ key }: Facts): string => (key === '' ? '所问的内容' : ` ${key} 的值`);

const applied = ({ index }: Facts): string => (index === 0 ? '还没有应用任何条目' : `已应用到条目 ${index}`);

/** Who confirmed the leader. */
const confirmed = (f: Facts): string => {
  const others = f.members.filter((id) => id !== f.server);
  if (others.length === 0) return `${me(f)} 一台就是多数派，它确定是领导者。`;
  return `${servers(others)} 回复了 ${me(f)} 在读请求到来之后发出的消息，说明那时 ${me(f)} 仍是领导者。连同 ${me(f)} 自己，${isMajority(f)}`;
};

/** Who keeps the lease going. */
const lease = (f: Facts): string => {
  const others = f.members.filter((id) => id !== f.server);
  if (others.length === 0) return `${me(f)} 一台就是多数派。`;
  return `${me(f)} 在最近十分之九个最短选举超时之内发出的消息，${servers(others)} 已经回复。`;
};

export const storageRules: typeof en = {
  takeSnapshot: words(
    (f) => `为什么 ${me(f)} 的日志起点后移了？`,
    (f) =>
      `${me(f)} 已应用${entries(1, f.index)}，状态机的快照可以${f.from === 1 ? '代替它们' : `连${entries(f.from, f.index)} 也一并代替`}。日志从条目 ${f.index} 之后继续。`,
    (f) => `${me(f)} 生成到条目 ${f.index} 为止的快照`,
    '状态机的快照代替得出它的那些条目。',
  ),
  sendSnapshot: words(
    (f) => `为什么 ${me(f)} 发送快照？`,
    (f) =>
      `${servers(f.others)} 可能缺少 ${me(f)} 的日志中已不再保存的条目：到条目 ${f.index} 为止只剩快照。所以 ${me(f)} 发送快照。`,
    (f) => `${me(f)} 发送到条目 ${f.index} 为止的快照`,
    '所需的下一个条目已不在日志中的服务器，会收到快照。',
  ),
  installSnapshot: words(
    (f) => `为什么 ${me(f)} 接受了 ${you(f)} 的快照？`,
    (f) =>
      f.broken === 'snapshotRules'
        ? `${me(f)} 已知提交到条目 ${f.from}，而快照只到条目 ${f.index}。这次运行中 ${me(f)} 照样接受，状态机因此倒退。`
        : `快照代表到条目 ${f.index} 为止的全部日志，而 ${me(f)} ${f.from === 0 ? '还不知道有任何提交' : `只知道提交到条目 ${f.from}`}。它接管 ${you(f)} 当时的状态机。`,
    (f) => `${me(f)} 安装到条目 ${f.index} 为止的快照`,
    '走得更远的快照取代服务器已有的内容。',
  ),
  keepAfterSnapshot: words(
    (f) => `为什么 ${me(f)} 保留了日志？`,
    (f) =>
      f.broken === 'snapshotRules'
        ? `${me(f)} 的日志在快照末尾的条目 ${f.index} 处并不一致。这次运行中其后的条目照样保留。`
        : `${me(f)} 的日志中有任期 ${f.otherTerm} 的条目 ${f.index}，即快照的最后一个条目。两者到此一致，所以其后的条目保留。`,
    (f) => `${me(f)} 保留条目 ${f.index} 之后的日志`,
    '日志含有快照的最后一个条目时，其后的条目保留。',
  ),
  ignoreOldSnapshot: words(
    () => '为什么这份快照不起作用？',
    (f) => `${me(f)} 已知提交到条目 ${f.from}，而 ${you(f)} 的快照止于条目 ${f.index}。接受它会使状态机倒退。`,
    (f) => `${me(f)} 忽略了旧快照`,
    '内容在这里早已提交的快照不起作用。',
  ),

  beginRead: words(
    (f) => `为什么客户端 ${f.client} 的读请求要等待？`,
    (f) =>
      `客户端 ${f.client} 向 ${me(f)} 询问${what(f)}。也许已有 ${me(f)} 不知道的新领导者，所以它记下 commitIndex ${f.index}，发送心跳，等多数派回复之后再回答。`,
    (f) => `${me(f)} 记下 commitIndex ${f.index} 并发送心跳`,
    '读请求记下 commitIndex，等待多数派确认领导者。',
  ),
  readAwaitsOwnTerm: words(
    (f) => `为什么客户端 ${f.client} 的读请求要等待？`,
    (f) =>
      `${me(f)} 领导任期 ${f.term}，但该任期还没有条目提交。已提交的条目都在它的日志里，只是它不知道到哪里为止；在它知道之前，客户端 ${f.client} 要等待。`,
    (f) => `${me(f)} 还不知道提交到哪里`,
    '新领导者在自己任期的条目提交之前，不回复读请求。',
  ),
  serveRead: words(
    (f) => `为什么 ${me(f)} 现在可以回复读请求？`,
    (f) => `${confirmed(f)}它${applied(f)}，可以把${what(f)}告诉客户端 ${f.client}。`,
    (f) => `${me(f)} 回复了客户端 ${f.client} 的读请求`,
    '读请求到来之后得到确认，并且应用得足够远：领导者回复。',
  ),
  readByLease: words(
    (f) => `为什么 ${me(f)} 立即回复读请求？`,
    (f) =>
      f.broken === 'leaseDrift'
        ? `${me(f)} 把租约用到选举超时的最后一刻，移交领导权时也不例外。时钟漂移可能使它出错：这次运行没有留余量。`
        : `${lease(f)}投票者追随领导者的时间比这更长，所以还不可能有别的领导者，${me(f)} 不必询问就把${what(f)}告诉客户端 ${f.client}。`,
    (f) => `${me(f)} 凭租约回复`,
    '租约有效期间，领导者立即回复：还不可能有别的领导者。',
  ),
  readStale: words(
    (f) => `${me(f)} 的这个回复有多新？`,
    (f) =>
      `客户端 ${f.client} 接受较旧的内容，所以 ${me(f)} 谁也不问，直接回复${what(f)}；它${applied(f)}，其他服务器可能更靠前。`,
    (f) => `${me(f)} 按自己已应用的内容回复`,
    '任何服务器都可以按已应用的内容回复允许陈旧的读请求。',
  ),
};
