/** Letters to add, remove, change or swap with their neighbour to go from one word to the other. */
export function distanceEdition(a: string, b: string): number {
  let avantDerniere: number[] = [];
  let derniere = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const ligne = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cout = a[i - 1] === b[j - 1] ? 0 : 1;
      let distance = Math.min(
        cell(derniere, j) + 1,
        cell(ligne, j - 1) + 1,
        cell(derniere, j - 1) + cout
      );
      if (j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, cell(avantDerniere, j - 2) + 1);
      }
      ligne.push(distance);
    }
    avantDerniere = derniere;
    derniere = ligne;
  }
  return cell(derniere, b.length);
}

function cell(ligne: readonly number[], j: number): number {
  return ligne[j] ?? Number.POSITIVE_INFINITY;
}
