import { later, type Place } from './later';
import type { TimelinePictureProps } from './TimelinePicture';

const Box: Place<TimelinePictureProps> = ({ compact = false, children }) => (
  <div className={compact ? 'time__picture time__picture--compact' : 'time__picture'}>{children}</div>
);

/** The space-time diagram and the scrubber, after the first picture. */
export const SpaceTime = later<TimelinePictureProps>(
  async () => (await import('./TimelinePicture')).TimelinePicture,
  Box,
);
