/** The drawings of chapter 18: what two-phase commit, Paxos and Zab do about a lost coordinator and a cut network. */
import type { Diagram, Lane, Line, Span } from '../diagram';

const span = (from: number, to: number, state: Span['state'], text?: string): Span => ({
  from,
  to,
  state,
  ...(text === undefined ? {} : { text }),
});
const lane = (name: string, role: string, ...spans: Span[]): Lane => ({ name, role, spans });
const line =
  (kind: Line['kind']) =>
  (from: string, to: string, sent: number, arrives: number, text?: string): Line => ({
    from,
    to,
    sent,
    arrives,
    kind,
    ...(text === undefined ? {} : { text }),
  });
const lead = line('lead');
const value = line('value');
/** With its words on the right. */
const right = (one: Line): Line => ({ ...one, side: 'right' });
const lost = (one: Line): Line => ({ ...one, lost: true });

export const commitLost: Diagram = {
  id: 'commit-lost',
  until: 100,
  lanes: [
    lane('C', 'coordinator', span(0, 46, 'leads'), span(46, 84, 'down'), span(84, 100, 'leads')),
    lane('A', 'participant', span(0, 24, 'plain'), span(24, 92, 'stuck', 'inDoubt'), span(92, 100, 'plain')),
    lane('B', 'participant', span(0, 28, 'plain'), span(28, 95, 'stuck', 'inDoubt'), span(95, 100, 'plain')),
  ],
  messages: [
    lead('C', 'A', 6, 18, 'prepare'),
    lead('C', 'B', 6, 22),
    lead('A', 'C', 24, 35, 'yes'),
    lead('B', 'C', 28, 42),
    value('C', 'A', 86, 92, 'commit'),
    value('C', 'B', 86, 95),
  ],
  marks: [
    { lane: 'C', at: 46, type: 'crash' },
    { lane: 'A', at: 92, type: 'decided' },
    { lane: 'B', at: 95, type: 'decided' },
  ],
};

export const paxosLost: Diagram = {
  id: 'paxos-lost',
  until: 134,
  lanes: [
    lane('P1', 'proposer', span(0, 8, 'plain'), span(8, 39, 'leads'), span(39, 134, 'down')),
    lane('P2', 'proposer', span(0, 54, 'plain'), span(54, 82, 'asks'), span(82, 134, 'leads')),
    lane('A1', 'acceptor', span(0, 134, 'plain')),
    lane('A2', 'acceptor', span(0, 134, 'plain')),
    lane('A3', 'acceptor', span(0, 134, 'plain')),
  ],
  messages: [
    lead('P1', 'A1', 8, 15, 'prepare1'),
    lead('P1', 'A2', 8, 17),
    lead('A1', 'P1', 16, 24),
    right(lead('A2', 'P1', 18, 28, 'promise')),
    right(value('P1', 'A1', 34, 44, 'acceptV1')),
    lead('P2', 'A1', 54, 61, 'prepare2'),
    lead('P2', 'A2', 54, 63),
    lead('A2', 'P2', 64, 74),
    right(lead('A1', 'P2', 70, 80, 'promiseV')),
    value('P2', 'A1', 108, 114, 'acceptV2'),
    value('P2', 'A2', 108, 117),
    value('A1', 'P2', 117, 123),
    value('A2', 'P2', 118, 128),
  ],
  marks: [
    { lane: 'P1', at: 39, type: 'crash' },
    { lane: 'P2', at: 128, type: 'decided', text: 'chosen' },
  ],
};

export const zabLost: Diagram = {
  id: 'zab-lost',
  until: 124,
  lanes: [
    lane('Z1', 'peer', span(0, 20, 'leads', 'epoch1'), span(20, 124, 'down')),
    lane('Z2', 'peer', span(0, 34, 'plain'), span(34, 53, 'asks'), span(53, 124, 'plain')),
    lane('Z3', 'peer', span(0, 32, 'plain'), span(32, 53, 'asks', 'election'), span(53, 124, 'leads', 'epoch2')),
  ],
  messages: [
    value('Z1', 'Z2', 6, 16, 'propose'),
    value('Z1', 'Z3', 6, 20),
    lead('Z3', 'Z2', 34, 41),
    right(lead('Z2', 'Z3', 45, 52, 'vote')),
    right(lead('Z2', 'Z3', 60, 67, 'cepoch')),
    right(lead('Z3', 'Z2', 76, 82, 'newEpoch')),
    right(value('Z3', 'Z2', 94, 100, 'newLeader')),
    right(value('Z2', 'Z3', 108, 115, 'ack')),
  ],
  marks: [
    { lane: 'Z1', at: 20, type: 'crash' },
    { lane: 'Z3', at: 115, type: 'decided', text: 'synced' },
  ],
};

export const commitCut: Diagram = {
  id: 'commit-cut',
  until: 100,
  lanes: [
    lane('C', 'coordinator', span(0, 100, 'leads')),
    lane('A', 'participant', span(0, 24, 'plain'), span(24, 54, 'stuck'), span(54, 100, 'plain')),
    lane('B', 'participant', span(0, 28, 'plain'), span(28, 95, 'stuck', 'inDoubt'), span(95, 100, 'plain')),
  ],
  messages: [
    lead('C', 'A', 6, 18, 'prepare'),
    lead('C', 'B', 6, 22),
    lead('A', 'C', 24, 34, 'yes'),
    lead('B', 'C', 28, 42),
    value('C', 'A', 46, 54, 'commit'),
    lost(value('C', 'B', 46, 58)),
    value('C', 'B', 86, 95, 'commit'),
  ],
  marks: [
    { lane: 'C', at: 44, type: 'decided' },
    { lane: 'A', at: 54, type: 'decided' },
    { lane: 'B', at: 95, type: 'decided' },
  ],
  cut: { below: 'A', from: 45, to: 82 },
};

export const paxosCut: Diagram = {
  id: 'paxos-cut',
  until: 100,
  lanes: [
    lane('P1', 'proposer', span(0, 10, 'plain'), span(10, 74, 'asks', 'noMajority'), span(74, 100, 'asks')),
    lane('A1', 'acceptor', span(0, 100, 'plain')),
    lane('A2', 'acceptor', span(0, 100, 'plain')),
    lane('A3', 'acceptor', span(0, 100, 'plain')),
    lane('P2', 'proposer', span(0, 20, 'plain'), span(20, 42, 'asks'), span(42, 100, 'leads')),
  ],
  messages: [
    lead('P1', 'A1', 10, 17, 'prepare1'),
    lost(lead('P1', 'A2', 10, 20)),
    right(lead('A1', 'P1', 19, 26, 'promise')),
    lead('P2', 'A3', 20, 26, 'prepare2'),
    lead('P2', 'A2', 20, 29),
    lead('A3', 'P2', 28, 35),
    lead('A2', 'P2', 31, 40),
    value('P2', 'A3', 54, 59, 'acceptW'),
    value('P2', 'A2', 54, 62),
    value('A3', 'P2', 61, 66),
    right(value('A2', 'P2', 63, 71, 'accepted')),
    lead('P1', 'A2', 75, 81, 'prepare3'),
    right(lead('A2', 'P1', 82, 89, 'promiseW')),
  ],
  marks: [{ lane: 'P2', at: 71, type: 'decided', text: 'chosen' }],
  cut: { below: 'A1', from: 4, to: 73 },
};

export const zabCut: Diagram = {
  id: 'zab-cut',
  until: 100,
  lanes: [
    lane('Z1', 'peer', span(0, 34, 'leads', 'epoch1'), span(34, 84, 'asks', 'gaveUp'), span(84, 100, 'plain')),
    lane('Z2', 'peer', span(0, 28, 'plain'), span(28, 46, 'asks'), span(46, 100, 'plain')),
    lane('Z3', 'peer', span(0, 26, 'plain'), span(26, 46, 'asks', 'election'), span(46, 100, 'leads', 'epoch2')),
  ],
  messages: [
    lost(value('Z1', 'Z2', 10, 20, 'propose')),
    lead('Z3', 'Z2', 28, 35),
    lead('Z2', 'Z3', 37, 44, 'vote'),
    value('Z3', 'Z2', 52, 59, 'propose'),
    value('Z2', 'Z3', 61, 68, 'ack'),
    lead('Z1', 'Z3', 82, 89, 'cepoch'),
    right(value('Z3', 'Z1', 90, 97, 'newLeader')),
  ],
  marks: [{ lane: 'Z3', at: 68, type: 'decided', text: 'committed' }],
  cut: { below: 'Z1', from: 6, to: 70 },
};
