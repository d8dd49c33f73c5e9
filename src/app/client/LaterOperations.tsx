import { CLIENT } from '../../i18n';
import { later, type Place } from '../later';
import type { OperationsProps } from './Operations';
import './operations.css';

const Box: Place<OperationsProps> = ({ count, children }) => (
  <>
    {children}
    <div className="operations" style={{ ['--rows' as string]: count }} />
  </>
);

/** The latest operations and what became of them. */
export const LaterOperations = later<OperationsProps>(async (language) => {
  const [{ Operations }] = await Promise.all([import('./Operations'), CLIENT.load(language)]);
  return Operations;
}, Box);
