/** Where a web worker starts. */
import { serve } from './serve';

const handle = serve((message) => self.postMessage(message));
self.onmessage = ({ data }) => handle(data);
