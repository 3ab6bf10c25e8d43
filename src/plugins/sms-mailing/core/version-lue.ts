import { z } from 'zod';

/**
 * The version that a form read, sent back with all that it saves (decision G9): another one in the base means
 * that someone saved meanwhile. A row from before versions were counted reads 0.
 */
export const versionLueSchema = z
  .int({ error: 'La demande ne dit pas quelle version a été lue : rechargez la page.' })
  .min(0)
  .max(2_147_483_647);
