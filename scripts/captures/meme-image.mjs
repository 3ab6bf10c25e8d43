/** Of 255 steps of a colour: the browser rounds a corner now one way, now the other. */
const ECART_MAX = 8;

const COMPARE = `async (adresses) => {
  const [a, b] = await Promise.all(adresses.map(async (adresse) => {
    const image = await createImageBitmap(await (await fetch(adresse)).blob());
    const dessin = new OffscreenCanvas(image.width, image.height).getContext('2d');
    dessin.drawImage(image, 0, 0);
    return dessin.getImageData(0, 0, image.width, image.height);
  }));
  return a.width === b.width && a.height === b.height
    && a.data.every((valeur, i) => Math.abs(valeur - b.data[i]) <= ${ECART_MAX});
}`;

/** True when nobody would tell these two PNG apart, the browser of `contexte` looking at them. */
export async function isMemeImage(contexte, a, b) {
  const page = await contexte.newPage();
  try {
    const adresses = [a, b].map((png) => `data:image/png;base64,${png.toString('base64')}`);
    return await page.evaluate(`(${COMPARE})(${JSON.stringify(adresses)})`);
  } finally {
    await page.close();
  }
}
