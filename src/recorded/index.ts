export { createDecoder, type Decoded, type Decoder, decodeTrace } from './decoder';
export { createEtcdReader } from './etcd';
export { type Expected, type Problem, problemText } from './problem';
export { formatOf, HEAD } from './recognise';
export type { Recording } from './recording';
export { traceOfRecording } from './trace';
