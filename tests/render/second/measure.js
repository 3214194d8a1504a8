// Lays out each Word file of `files` (name → base64) and writes where its lines, rules and frames stand, in mm, into the page.
const MM = 25.4 / 96;

function bytes(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** Words with one baseline in one paragraph: their text and where they stand on their sheet. */
function lines(sheet, paragraph, across) {
  const found = [];
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const word of node.data.matchAll(/[^ \n]+/g)) {  // a no-break space is inside a word
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      for (const box of range.getClientRects()) {
        const last = found[found.length - 1];
        if (last && Math.abs(last.bottom - box.bottom) < 4 && box.left >= last.right - 40) {
          if (last.node !== node || last.word !== word.index) last.text += (box.left > last.right + 0.5 ? " " : "") + word[0];
          last.right = box.right;
        } else {
          found.push({ text: word[0], left: box.left, right: box.right, top: box.top, bottom: box.bottom, node: node, word: word.index });
        }
        found[found.length - 1].node = node;
        found[found.length - 1].word = word.index;
      }
    }
  }
  return found.map((line) => ({
    text: line.text, left: (line.left - across.left) * MM, right: (line.right - across.left) * MM,
    top: (line.top - across.top) * MM, bottom: (line.bottom - across.top) * MM,
  }));
}

function styled(element, name) {
  return [...element.classList].some((one) => one.toLowerCase().endsWith("_" + name.toLowerCase()));
}

function measured(sheet, number) {
  const across = sheet.getBoundingClientRect();
  const text = [], rules = [], frames = [];
  for (const paragraph of sheet.querySelectorAll("p")) {
    if (styled(paragraph, "DuongKe")) {
      const box = paragraph.getBoundingClientRect();
      rules.push({ left: (box.left - across.left) * MM, length: box.width * MM, top: (box.top - across.top) * MM });
    }
    text.push(...lines(sheet, paragraph, across));
  }
  for (const table of sheet.querySelectorAll("table")) {
    if (styled(table, "KhungKhan") || styled(table, "KhungLuuHanh")) {
      const box = table.getBoundingClientRect();
      frames.push({ left: (box.left - across.left) * MM, right: (box.right - across.left) * MM, top: (box.top - across.top) * MM });
    }
  }
  const body = sheet.querySelector("article");
  const style = getComputedStyle(sheet);
  const room = parseFloat(style.minHeight) - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
  return { number, text, rules, frames, height: body.getBoundingClientRect().height * MM, room: room * MM, width: across.width * MM };
}

async function all(files) {
  const found = {};
  for (const [name, base64] of Object.entries(files)) {
    const place = document.createElement("div");
    document.body.append(place);
    try {
      await docx.renderAsync(bytes(base64), place, place, { inWrapper: false, ignoreLastRenderedPageBreak: true, useBase64URL: true });
      await document.fonts.ready;
      found[name] = [...place.querySelectorAll("section")].map(measured);
    } catch (error) {
      found[name] = { error: String(error) };
    }
    place.remove();
  }
  const out = document.createElement("script");
  out.type = "application/json";
  out.id = "measured";
  out.textContent = JSON.stringify(found).replaceAll("<", "\\u003c");
  document.body.append(out);
}

all(files);
