import type { previews as english } from '../en/previews';

export const previews: typeof english = {
  scenario: (name) => `${name}：一次真实的 Raft 集群运行，可以在浏览器里播放、回退，也可以亲手制造故障。`,
  picture: (name) => `“${name}”进行中的 Raft 集群`,
  frame: (name) => `Raftarium：${name}`,
  open: '在 Raftarium 中打开',
};
