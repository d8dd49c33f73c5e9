export { termClass } from '../draw';
export { Ballot, Pip } from './Ballot';
export { Legend } from './Legend';
export { LogTable, type LogTableProps } from './LogTable';
export { Badge, type BadgeLook, lookOf, MessageGlyph, TermChip } from './marks';
export { Stage, type StageProps } from './Stage';
export { Timeline, type TimelineProps } from './Timeline';
export { TimelineLegend } from './TimelineParts';
export { type FrameSource, type StageTarget, type StageTexts, stillSource } from './types';
