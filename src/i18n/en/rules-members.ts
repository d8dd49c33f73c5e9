/** Words for the rules of changing the members. */
import type { Facts } from '../sentences';
import { common } from './common';
import { me, verb, whoVotes, words } from './rule-words';

const { server, servers, number } = common;

const newcomers = ({ newcomers: ids }: Facts): string => (ids.length === 0 ? 'the new servers' : servers(ids));

/** Those of one list that the other lacks. */
const without = (ids: readonly number[], others: readonly number[]) => ids.filter((id) => !others.includes(id));

/** "Only S4 comes". */
const oneChange = ({ voters, oldVoters }: Facts): string => {
  const [came, left] = [without(voters, oldVoters), without(oldVoters, voters)];
  return came.length > 0 ? `Only ${server(came[0])} comes` : `Only ${server(left[0] ?? 0)} goes`;
};

/** What a change lacks that began although a rule forbids it. */
const BROKEN = {
  configJump: 'Several servers change at once, which this run allows: an old and a new majority need not overlap.',
  configOverlap: 'The change before it is not committed yet, but this run does not wait.',
  configBeforeNoop: 'No entry of the leader’s own term is committed yet, but this run does not wait.',
};

const broken = ({ broken: rule }: Facts): string | null =>
  rule === 'configJump' || rule === 'configOverlap' || rule === 'configBeforeNoop' ? BROKEN[rule] : null;

const configuration = (f: Facts): string =>
  f.index === 0 ? `the latest configuration in the log of ${me(f)}` : `entry ${f.index} in the log of ${me(f)}`;

export const memberRules = {
  catchUp: words(
    (f) => `Why ${verb(f.newcomers, 'does', 'do')} ${newcomers(f)} not vote yet?`,
    (f) =>
      `${me(f)} was asked to take in ${newcomers(f)} and sends ${f.index === 0 ? 'what there is' : `the log up to entry ${f.index}`} first. Until then ${newcomers(f)} ${verb(f.newcomers, 'is a learner', 'are learners')} without a vote, so that no majority has to wait for an empty log.`,
    (f) => `${me(f)} began to bring ${newcomers(f)} up to date`,
    'A new server catches up as a learner, without a vote, before the members change.',
  ),
  nextRound: words(
    (f) => `Why ${verb(f.newcomers, 'does', 'do')} ${newcomers(f)} still not vote?`,
    (f) =>
      `Round ${f.round - 1} of catching up took an election timeout or longer. Round ${f.round} brings ${newcomers(f)} what was appended meanwhile, up to entry ${f.index}.`,
    (f) => `${me(f)} began round ${f.round} for ${newcomers(f)}`,
    'What was appended during one round of catching up is sent in the next.',
  ),
  caughtUp: words(
    (f) => `Why may ${newcomers(f)} come in now?`,
    (f) =>
      `The last round of catching up took ${newcomers(f)} less than the least election timeout, so little can be missing. Now the members change.`,
    (f) => `${newcomers(f)} caught up`,
    'A round that was quicker than the least election timeout ends the catching up.',
  ),
  giveUpCatchUp: words(
    (f) => `Why ${verb(f.newcomers, 'is', 'are')} ${newcomers(f)} not taken in?`,
    (f) =>
      `In ${number(10)} rounds ${newcomers(f)} never caught up within an election timeout. ${me(f)} gives the change up, because ${verb(f.newcomers, 'a voter', 'voters')} so slow would hold up commits.`,
    (f) => `${me(f)} gave ${newcomers(f)} up`,
    'A new server that falls behind for ten rounds is not taken in.',
  ),
  changeMember: words(
    () => 'Who votes now?',
    (f) =>
      `${me(f)} appended entry ${f.index}: from here on ${whoVotes(f)}. ${broken(f) ?? `${oneChange(f)}, so every old majority and every new one have a server in common.`}`,
    (f) => `${me(f)} appended entry ${f.index}: ${whoVotes(f)}`,
    'One server is added or removed by one entry.',
  ),
  beginJoint: words(
    () => 'Why are there two majorities now?',
    (f) =>
      `${me(f)} appended entry ${f.index}, a joint configuration: ${whoVotes(f)}. ${broken(f) ?? 'Until it is left again, every election and every commit needs a majority of both.'}`,
    (f) => `${me(f)} appended the joint configuration, entry ${f.index}`,
    'The joint configuration begins: decisions need a majority of the old and of the new.',
  ),
  leaveJoint: words(
    () => 'Why does the old configuration no longer count?',
    (f) =>
      `A majority of the old configuration and one of the new store the joint one, so nobody can decide by the old one alone any more. ${me(f)} appended entry ${f.index}: from here on ${whoVotes(f)}.`,
    (f) => `${me(f)} appended entry ${f.index}: ${whoVotes(f)}`,
    'Once the joint configuration is committed, the new one follows.',
  ),
  adoptConfiguration: words(
    (f) => `Whom does ${me(f)} count now?`,
    (f) =>
      `By ${configuration(f)}, ${whoVotes(f)}. A server uses the latest configuration in its log, committed or not.`,
    (f) => `${me(f)} uses ${f.index === 0 ? 'another configuration' : `the configuration of entry ${f.index}`}`,
    'A server uses the latest configuration in its log, committed or not.',
  ),
  rollBackConfiguration: words(
    (f) => `Why did ${me(f)} go back to an earlier configuration?`,
    (f) =>
      `${me(f)} deleted ${f.index === 0 ? 'an entry' : `entry ${f.index}`} with a configuration that was never committed. The one before it counts again: ${whoVotes(f)}.`,
    (f) => `${me(f)} went back to the configuration before`,
    'Deleting a configuration entry brings back the one before.',
  ),
  leaveCluster: words(
    (f) => `Why does ${me(f)} leave?`,
    (f) =>
      f.broken === 'removeSelfEarly'
        ? `${me(f)} has only stored entry ${f.index}, by which ${whoVotes(f)}. It has no vote there and leaves at once in this run, although the others may still need its vote to commit that entry.`
        : `Entry ${f.index} is committed: ${whoVotes(f)}, and ${me(f)} no longer does. It led until here so that the change could be committed; now it steps down.`,
    (f) => `${me(f)} left the cluster`,
    'A leader that is not in the new configuration steps down when that one is committed.',
  ),
  refuseSecondChange: words(
    (f) => `Why does ${me(f)} refuse the change?`,
    (f) =>
      `${SECOND[f.because === 'catchUp' || f.because === 'joint' ? f.because : 'pending'](f)} The members change one step at a time.`,
    (f) => `${me(f)} refused a second change`,
    'The members change one step at a time: the last change has to be committed.',
  ),
  refuseEarlyChange: words(
    (f) => `Why does ${me(f)} refuse the change?`,
    (f) =>
      `${me(f)} leads term ${f.term}, but no entry of that term is committed yet. A change that an earlier leader began may still come or go, so ${me(f)} begins none before it knows.`,
    (f) => `${me(f)} refused a change before its first commit`,
    'No change of members before an entry of the leader’s own term is committed.',
  ),
};

const SECOND = {
  catchUp: (f: Facts): string => `${me(f)} still brings ${newcomers(f)} up to date for the change before.`,
  joint: (f: Facts): string => `The joint configuration of entry ${f.index} has not been left yet.`,
  pending: (f: Facts): string => `The last change, entry ${f.index}, is not committed yet.`,
};
