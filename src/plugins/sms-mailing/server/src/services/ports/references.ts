import type { References } from '../../../../core/api/references';

export interface ReferenceStore {
  list(): Promise<References>;
}
