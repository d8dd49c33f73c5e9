/** The entry of `embed.html`. */
import './svg-focus';
import { startEmbed } from './page';

const root = document.getElementById('root');
if (root !== null) void startEmbed(root);
