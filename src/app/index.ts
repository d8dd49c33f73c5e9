export { App, openApp } from './App';
