import type { captions as en } from '../../en/stories/members';

export const captions: typeof en = {
  tryIt: '从三台投票的服务器开始，逐台加入两台，再让领导者移除自己。每一步，谁算在多数派里？',
  parts: {
    jump: '一步到位',
    joint: '联合共识',
    one: '一次一台',
    slow: '太慢了',
    wait: '什么必须等',
    early: '2015 年的漏洞',
  },
  cues: {
    'jump-ask': { say: '{leader} 领导{few}台投票的服务器：{old}。要让 {fresh} 同时加入。规则已关闭：一个条目就行。' },
    'jump-entry': { say: '{leader} 把新成员追加为条目 {last}，立即照此行事。断网使 {rest} 收不到，它们仍按旧成员。' },
    'jump-old': { say: '{actor} 按旧成员计：{voters}，{of}票中的{count}票，是多数派。它赢得任期 {actorTerm}。' },
    'jump-both': {
      say: '{actor} 按新成员计：{voters}，{of}票中的{count}票，也赢得任期 {actorTerm}。规则关闭，同一任期有了两个领导者。',
    },
    'jump-told': {
      say: '规则关闭，{both} 都能提交：客户端 {first} 得知 x 是 {one}，客户端 {second} 得知 x 是 {other}。',
    },
    'joint-learn': {
      say: '一次换多台，安全的办法是联合共识。{old} 投票，{leader} 要接纳 {fresh}：它们先学日志，不投票。',
    },
    'joint-begin': {
      say: '{leader} 追加条目 {last}：Cold,new。存下它的，凡事都要 {old} 过半，也要 {fresh} 过半。',
    },
    'joint-half': {
      say: '据 {leader} 所知，{known} 存有条目 {entry}：{fresh} 已过半，{old} 没有。未提交。',
    },
    'joint-commit': {
      say: '{known} 都有了，两边都过半：条目 {entry} 已提交。{leader} 追加条目 {last} Cnew：{fresh}。',
    },
    'joint-leave': {
      say: 'Cnew 即条目 {entry}，已在 {fresh} 的多数派上。{actor} 不在其中，领导至此，没算自己，现在退位。',
    },
    'joint-lead': { say: '{leader} 领导新成员 {fresh}。新旧两边从没有机会各自决定：过渡期间，两边都得同意。' },
    'one-learn': { say: '更简单：一次一台。{fresh} 刚启动，日志为空。它先学日志，没有投票权。' },
    'one-entry': {
      say: '{fresh} 已赶上。条目 {last} 让它能投票：{before}台变{after}台，哪台存下这个条目，哪台就照此行事。',
    },
    'one-commit': {
      say: '已提交。{after}台中任意{count}台，与原来{before}台中任意{less}台，必有一台相同：不需要过渡期。',
      tryIt: '把 {leader} 自己移除。它还领导多久，数多数派时算谁？',
    },
    'slow-round': {
      say: '另一台新来的 {slow} 链路太慢。第 {round} 轮开始，目标是条目 {target}，它才到 {has}：边学，日志边长。',
    },
    slow: { say: '又超时了：{leader} 放弃 {slow}，成员保持不变。慢的新成员不会拖累别人。' },
    'wait-early': { say: '{leader} 刚当选，就有变更请求。它拒绝：自己任期的条目还没有一个提交。' },
    'wait-second': { say: '条目 {last} 移除 {gone}，还没提交。{leader} 因此拒绝接纳 {fresh}：一次只做一项变更。' },
    'early-add': { say: '为何要等自己的条目？关闭这条规则：{leader} 接纳 {fresh}，断网使这个条目只在 {holders} 上。' },
    'early-next': { say: '{actor} 对此一无所知。按旧成员，{voters} 是{of}票中的{count}票：它赢得任期 {actorTerm}。' },
    'early-remove': { say: '{leader} 立即移除 {gone}，自己任期的条目还没有一个提交。只有规则关闭才可以。' },
    'early-commit': { say: '{known} 存有条目 {commit}：剩下{of}台中的{count}台。{leader} 认为它已提交。' },
    'early-back': {
      say: '{actor} 仍按自己的条目计：{voters}，{of}票中的{count}票。它赢得任期 {actorTerm}，却没有那个条目。',
    },
    'early-lost': { say: '{actor} 改用 {leader} 的日志，删除 {was} 已提交的条目 {entry}。规则关闭，已提交的也会丢。' },
    'early-rule': {
      say: 'Raft 作者 2015 年公布了它和补救：{other} 须先提交一个自己的条目，那样 {leader} 就赢不了。',
    },
  },
};
