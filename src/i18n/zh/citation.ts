import type { citation as en } from '../en/citation';

const PARTS: Record<string, string> = {
  'All Servers': '所有服务器',
  Candidates: '候选人',
  Followers: '跟随者',
  Leaders: '领导者',
  State: '状态',
};

const part = (name: string): string =>
  PARTS[name] ??
  name.replace(/^Receiver (.+)$/, '接收方规则 $1').replace(/^(RequestVote|AppendEntries) (.+)$/, '$1 规则 $2');

const figure = (name: string): string => name.replace(/^Figure /, '图 ');

/** Papers of others are named by their authors and year. */
const YEAR = /\(\d{4}\)/;

export const citation: typeof en = (section) => {
  const places = section.split('; ').flatMap((place) => {
    const [first, ...rest] = place.split(', ');
    return rest.every((other) => /^(§|D§|Figure)/.test(other))
      ? [first, ...rest].map(figure)
      : [`${figure(first)}（${rest.map(part).join('、')}）`];
  });
  const others = places.filter((place) => YEAR.test(place));
  const paper = places.filter((place) => !place.startsWith('D§') && !YEAR.test(place));
  const dissertation = places.filter((place) => place.startsWith('D§')).map((place) => place.slice(1));
  return [
    ...(paper.length > 0 ? [`Raft 论文 ${paper.join('、')}`] : []),
    ...(dissertation.length > 0 ? [`博士论文 ${dissertation.join('、')}`] : []),
    ...others,
  ].join('；');
};
