/** Which tones what has just happened makes. */
import type { Echo, Frame } from '../../trace';

export interface Tone {
  /** In hertz. */
  readonly frequency: number;
  /** In seconds. */
  readonly length: number;
}

/** What has been heard already. */
export interface Heard {
  readonly seq: number;
  /** Up to this index commits have been heard: each entry is heard once, however many servers learn of it. */
  readonly commit: number;
}

/** A fifth up for who wins, a step down for who gives up; a commit is high and short. */
const ROLES = { candidate: [392], precandidate: [349], leader: [523, 784], follower: [330] } as const;
const COMMIT = 988;
const DOWN = 165;
const UP = 247;

/** More at once is no longer heard as single tones. */
const MOST = 4;

/** What has been heard when listening begins at this frame: nothing of the past sounds. */
export function heardOf({ echoes, servers }: Frame): Heard {
  return {
    seq: Math.max(0, ...echoes.map(({ seq }) => seq)),
    commit: Math.max(0, ...servers.map(({ commitIndex }) => commitIndex)),
  };
}

/** The tones of all that has not been heard, oldest first, and what has been heard then. */
export function tonesOf(
  echoes: readonly Echo[],
  heard: Heard,
): { readonly tones: readonly Tone[]; readonly heard: Heard } {
  let { seq, commit } = heard;
  const tones: Tone[] = [];
  for (const echo of echoes) {
    if (echo.seq <= heard.seq) continue;
    seq = Math.max(seq, echo.seq);
    if (echo.type === 'role') tones.push(...ROLES[echo.to].map((frequency) => ({ frequency, length: 0.16 })));
    if (echo.type === 'status' && echo.to !== 'paused' && echo.from !== 'paused')
      tones.push({ frequency: echo.to === 'crashed' ? DOWN : UP, length: 0.22 });
    if (echo.type === 'commit' && echo.to > commit) {
      commit = echo.to;
      tones.push({ frequency: COMMIT, length: 0.08 });
    }
  }
  return { tones: tones.slice(0, MOST), heard: { seq, commit } };
}
