import type { ExperimentText } from '../en/lab-experiments';

const churn = { plain: '都不用', preVote: 'PreVote', checkQuorum: 'CheckQuorum', both: '两者都用' };
const modes = { log: '走日志', readIndex: 'ReadIndex', lease: '租约读', stale: '陈旧读' };

export const experiments: Readonly<Record<string, ExperimentText>> = {
  'figure-16': {
    title: '选举需要多少随机性？',
    about: '让领导者崩溃，测量集群多久没有领导者，反复进行。对应 Raft 论文图 16。',
    finding:
      '没有随机性，选票会一直被瓜分；只要五毫秒的随机范围，大多数选举就能很快结束。超时越短，空窗越短，直到它接近一次投票所需的时间。',
    variants: {},
  },
  'split-votes': {
    title: '超时要分散多宽，才不会瓜分选票？',
    about: '让领导者崩溃，统计至少有一个任期没有选出领导者的选举。',
    finding:
      '几台服务器在一条消息的时间之内先后参选，选票就会被瓜分。三台服务器时，范围加宽一倍，这种机会大约减半；服务器更多，票更宽裕，下降得更快。',
    variants: { servers3: '3 台服务器', servers5: '5 台服务器', servers9: '9 台服务器' },
  },
  availability: {
    title: '多少台服务器才能保持可用？',
    about: '每台服务器各自崩溃、各自修复。有多少时间存在一个多数派所跟随的领导者？',
    finding: '偶数台还不如少一台：四台和五台一样需要三台在线，却少了一台可以失去的。',
    variants: { all: '全部' },
  },
  throughput: {
    title: '批量和流水线有多大好处？',
    about: '九个客户端一得到答复就再写，四台跟随者中有三台越来越远。每秒能有多少答复？',
    finding: '一次只发一个条目，每个条目都要一个来回。批量分摊来回，流水线不等来回；跟随者越远，好处越大。',
    variants: { single: '一次一个条目', batch: '每批 8 个', pipeline: '流水线', both: '流水线加批量' },
  },
  'write-latency': {
    title: '慢的跟随者会拖慢写入吗？',
    about: '四台跟随者中有一台、两台或三台比其他的远。一次写入要多久？',
    finding: '有多数派就够了：只要近处还有两台，领导者就不必等慢的。一旦多数派离不开慢的那台，每次写入都得等它。',
    variants: { slow1: '1 台慢', slow2: '2 台慢', slow3: '3 台慢' },
  },
  'churn-loss': {
    title: '领导者能承受多少丢包？',
    about: '除了消息丢失，什么都不出错。用 PreVote、用 CheckQuorum、两者都用时，领导权多久换一次？',
    finding:
      '有了 PreVote，只是错过几次心跳的跟随者推不翻别人还听得到的领导者。CheckQuorum 让收不到答复的领导者早早退位：读取更安全，集群更不平静。',
    variants: churn,
  },
  'churn-latency': {
    title: '网络能慢到什么程度？',
    about: '消息越来越慢，超时一直是 150 到 300 毫秒。领导权多久换一次？',
    finding: '论文要求广播时间远小于选举超时。来回时间一接近它，选票还没到，候选人就又参选了。',
    variants: churn,
  },
  recovery: {
    title: '跟随者多快能赶上？',
    about: '一台服务器回来了，缺一批条目，又多出同样多别人没有的条目。多久才能提交全部条目？',
    finding: '朴素的规则每被拒绝一次只退一个条目。§5.3 的提示一步跳过整个任期，快照则一次替换全部。',
    variants: { plain: '每次退一个', hint: '冲突提示', snapshot: '快照' },
  },
  'read-rate': {
    title: '一次读取要花多少？',
    about: '客户端一得到答复就再读：走日志、ReadIndex、租约读，或随便问一台。',
    finding:
      '走日志的读取要等磁盘和多数派，ReadIndex 只等多数派。租约读和陈旧读谁也不等；租约读相信时钟，陈旧读什么都不保证。',
    variants: modes,
  },
  staleness: {
    title: '读到的内容有多旧？',
    about: '一个客户端不断累加一个键，另一个在丢包时读取它。读取之前，读到的值已被覆盖了多久？',
    finding: '只有陈旧读会过时，被问的服务器错过的消息越多就越旧。另外三种更费，却从不返回已被覆盖的值。',
    variants: modes,
  },
  continents: {
    title: '五大洲：领导者该放在哪里？',
    about: '五个地区各有一台服务器。客户端在其中一处写入，领导者在另一处。一次写入要多久？',
    finding: '写入先到领导者，再到最近的多数派。平均来看弗吉尼亚最好，悉尼最差，虽然对当地客户端它最好。',
    variants: {
      leader1: '领导者在弗吉尼亚',
      leader2: '领导者在圣保罗',
      leader3: '领导者在爱尔兰',
      leader4: '领导者在东京',
      leader5: '领导者在悉尼',
    },
  },
  own: {
    title: '自己的实验',
    about: '选择运行什么、改变什么、测量什么。地址栏里的链接就是这个实验。',
    finding: '谁打开本页的地址，谁就得到这个实验；种子相同，数字就相同。',
    variants: { all: '全部' },
  },
};
