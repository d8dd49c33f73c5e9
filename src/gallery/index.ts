export { STAGE_CASES, StageGallery } from './StageGallery';
