import { DIAGRAM, WHY } from '../../i18n';
import { later, type Place } from '../later';

const Box: Place<object> = ({ children }) => <section className="diagram">{children}</section>;

/** The space-time diagram in full size. */
export const Diagram = later<object>(async (language) => {
  const [{ DiagramView }] = await Promise.all([import('./DiagramView'), DIAGRAM.load(language), WHY.load(language)]);
  return DiagramView;
}, Box);
