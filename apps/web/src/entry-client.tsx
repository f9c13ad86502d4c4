import '@baraza/ui/styles.css';
import { hydrateRoot } from 'react-dom/client';
import { Root, start } from './platform/root.tsx';

/** Takes over the page the server drew, once its module and words are here. */
const state = await start();
hydrateRoot(document, <Root {...state} />);
