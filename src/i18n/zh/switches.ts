import { named } from '../named';
import { ruleNames } from './option-names';

export const ruleSwitches = named(ruleNames, {
  voteTwice: {
    says: '每台服务器在一个任期内只投给一个候选人（§5.2）。',
    breaks: '同一任期出现两个领导者。',
  },
  noElectionRestriction: {
    says: '日志落后于投票者的候选人得不到选票（§5.4.1）。',
    breaks: '领导者可能缺少已提交的条目，这些条目随之丢失。',
  },
  commitOldTerm: {
    says: '只有领导者自己任期的条目才能靠副本计数提交（§5.4.2）。',
    breaks: '图 8：已提交的条目被覆盖。',
  },
  noConsistencyCheck: {
    says: '只有前面的日志吻合，才接受条目（§5.3）。',
    breaks: '日志出现空洞，未存储的条目被当作已存储。',
  },
  commitNoMin: {
    says: '跟随者的提交不超过该消息担保的条目（图 2）。',
    breaks: '跟随者应用了领导者没有的条目。',
  },
  acceptStaleLeader: {
    says: '旧任期的 AppendEntries 一律拒绝（§5.1）。',
    breaks: '过去的领导者继续提交。',
  },
  quorumHalf: {
    says: '多数派是超过一半的服务器（§5.2）。',
    breaks: '四台服务器时，两个一半各选出一个领导者。',
  },
  noPersistVote: {
    says: '投票在崩溃后仍然保留（图 2）。',
    breaks: '重启的服务器会再投一次票。',
  },
  noPersistTerm: {
    says: '任期在崩溃后仍然保留（图 2）。',
    breaks: '重启的服务器在旧任期里再次投票。',
  },
  ackBeforeFsync: {
    says: '答复所承诺的内容写入磁盘之后，答复才发出（图 2）。',
    breaks: '一次崩溃就丢掉已被计为存储的条目。',
  },
  sameTermClearsVote: {
    says: '收到同一任期领导者的消息不会清除选票（§5.2）。',
    breaks: '同一任期出现第二个领导者。',
  },
  lengthOnly: {
    says: '更新是指：最后条目的任期更大，其次日志更长（§5.4.1）。',
    breaks: '由旧条目组成的长日志胜过含有已提交条目的短日志。',
  },
  lastTermOnly: {
    says: '最后任期相同时，较长的日志更新（§5.4.1）。',
    breaks: '领导者可能缺少最新的已提交条目。',
  },
  noTruncate: {
    says: '与领导者冲突的条目及其后的全部条目都要删除（§5.3）。',
    breaks: '各份日志永远不一致。',
  },
  overTruncate: {
    says: '不冲突的条目绝不删除（图 2）。',
    breaks: '一条迟到的消息抹掉已被计为存储的条目。',
  },
  countSentAsAcked: {
    says: 'matchIndex 在条目被确认时才前进，而不是发送时（§5.3）。',
    breaks: '没有人存储的条目被当作已提交。',
  },
  countStaleReplies: {
    says: '旧任期的答复一律忽略（§5.1）。',
    breaks: '一个任期的选票赢得了另一个任期。',
  },
  configJump: {
    says: '一次一台，或者用联合共识（§6）。',
    breaks: '新旧成员各自选出领导者。',
  },
  configBeforeNoop: {
    says: '领导者提交过自己任期的条目之后才能变更成员（D§4.1，2015 年更正）。',
    breaks: '已提交的配置丢失。',
  },
  configOverlap: {
    says: '上一次变更提交之后，下一次才能开始（D§4.1）。',
    breaks: '出现没有公共成员的两个多数派。',
  },
  readLocal: {
    says: '领导者得到多数派确认之后才答复读取（D§6.4）。',
    breaks: '已被取代的领导者返回旧值。',
  },
  readNoNoop: {
    says: 'ReadIndex 要等领导者自己任期的条目提交（D§6.4）。',
    breaks: '新领导者看不到最后提交的写入。',
  },
  leaseDrift: {
    says: '租约提前结束以容忍时钟漂移，并在移交之前结束（D§6.4.1）。',
    breaks: '走得慢的时钟让租约过长，读到旧值。',
  },
  noDedup: {
    says: '状态机记得每个客户端的序列号（§8）。',
    breaks: '重试使计数又加了一次。',
  },
  noPreVote: {
    says: '启用时：PreVote 以及忠于在世的领导者（D§9.6、D§4.2.3）。',
    breaks: '归来的服务器推翻健康的领导者。',
  },
  timerOnAnyRpc: {
    says: '收到领导者消息或投出选票时才重置定时器（图 2）。',
    breaks: '无法获胜的候选人让所有人一直等待。',
  },
  snapshotRules: {
    says: '忽略较旧的快照；快照之后冲突的条目要丢弃（§7）。',
    breaks: '状态机倒退，或日志不一致。',
  },
  preVoteIgnoresLowerTerm: {
    says: '对较旧任期的预投票，以较新的任期作答（D§9.6）。',
    breaks: '各服务器的任期始终对不上，谁也选不出来。',
  },
  removeSelfEarly: {
    says: '移除自己的领导者要领导到变更提交为止（§6、D§4.2.2）。',
    breaks: '其余服务器可能缺少再也没有人投的那一票。',
  },
  noCheckQuorum: {
    says: '启用时：CheckQuorum（D§6.2）。',
    breaks: '只能发送、听不到答复的领导者阻塞一切。',
  },
});
