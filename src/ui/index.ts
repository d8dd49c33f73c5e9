import './fonts.css';
import './tokens.css';
import './base.css';
import './widgets.css';

export { Button, type ButtonProps, IconButton, type IconButtonProps } from './Button';
export { Check, type CheckProps } from './Check';
export { Dialog } from './Dialog';
export { FieldGroup, NumberField, SelectField } from './Field';
export { Icon, type IconName } from './icons';
export { Menu, type MenuItem } from './Menu';
export { MenuButton } from './MenuButton';
export { placeMenu, type Rect, type Size } from './place-menu';
export { type Choice, Segments } from './Segments';
export { Sheet } from './Sheet';
export { useEntrance } from './useEntrance';
export { useSize } from './useSize';
