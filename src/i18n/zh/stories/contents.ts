import type { contents as en } from '../../en/stories/contents';

export const contents: typeof en = {
  'terms-and-roles': {
    title: '任期与角色',
    about: '跟随者、候选人、领导者，以及分辨新旧领导者的时钟：任期。',
  },
  'leader-election': {
    title: '领导者选举',
    about: '定时器到期、拉票、每任期只投一票，以及让其他服务器安静下来的心跳。',
  },
  'split-votes': {
    title: '选票瓜分',
    about: '两台同时参选，谁也没赢。为什么超时要随机，又为什么这就够了。',
  },
  'log-replication': {
    title: '日志复制',
    about: '一次写入的全程：请求、追加、复制、提交、应用、答复，以及跟随者如何得知。',
  },
};
