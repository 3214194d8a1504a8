// Which font stands in for Times New Roman in this browser, and whether lines break as with it.

export interface Font { name: string; isLike: boolean } // *isLike*: its letters are as wide, so that lines break alike

const WANTED = "Times New Roman";
const OTHERS = ["Liberation Serif", "Tinos", "Nimbus Roman", "TeX Gyre Termes", "FreeSerif", "Times", "Noto Serif", "DejaVu Serif", "Cambria", "Georgia"];
const LETTERS = "Cộng hòa xã hội chủ nghĩa Việt Nam 0123456789 ĐƯỢC WMil";
const WIDTH = 25_879; // of the letters in Times New Roman of 1000 dots
const NEAR = 60; // pairs of letters may stand a little closer in one of two such fonts

let asked: Promise<Font | null> | null = null;

/** Returns what stands in for Times New Roman; null where that is there itself. */
export function standIn(): Promise<Font | null> {
  return (asked ??= look());
}

async function look(): Promise<Font | null> {
  if (await isThere(WANTED)) return null;
  const width = widthIn(`"${WANTED}", serif`);
  for (const name of OTHERS) if ((await isThere(name)) && widthIn(`"${name}"`) === width) return { name, isLike: Math.abs(width - WIDTH) < NEAR };
  return { name: "", isLike: Math.abs(width - WIDTH) < NEAR };
}

/** Says whether a font of just this name is installed; a name that the system maps to another does not count. */
async function isThere(name: string): Promise<boolean> {
  try {
    await new FontFace("notice-gen-font", `local("${name}")`).load();
    return true;
  } catch {
    return false;
  }
}

function widthIn(family: string): number {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return 0;
  context.font = `1000px ${family}`;
  return Math.round(context.measureText(LETTERS).width);
}
