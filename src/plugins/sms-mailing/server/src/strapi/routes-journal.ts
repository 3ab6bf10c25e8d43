import { guarded } from './guarded';

export const JOURNAL = [
  guarded('GET', '/journal', 'journal.list', 'journal.consulter-journal'),
  guarded('GET', '/journal-csv', 'journal.exportCsv', 'journal.consulter-journal'),
];
