/** What the machine lets a request that a user has described reach. */
export interface ReseauSortant {
  /** False for what can be refused without asking anybody: not https, or the number of a local address. */
  isPermise(url: string): boolean;
}
