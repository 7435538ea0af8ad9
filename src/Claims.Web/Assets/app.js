// Everything works without this file. It adds keys, pages that follow each other without a reload, and times in the
// reader's own zone.
import { startKeys } from './keys.js';
import { startPages } from './pages.js';
import { localizeTimes } from './times.js';

startPages(localizeTimes);
startKeys();
localizeTimes(document);
