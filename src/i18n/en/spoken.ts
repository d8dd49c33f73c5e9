/** What is for the ear: the cluster in words, and announcements. */
import { announce, describe } from './describe';

export const spoken = { describe, announce };
