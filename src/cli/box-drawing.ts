/** A line of a tree, with the lines below it. */
export interface Line {
  text: string;
  below: Line[];
}

/** A tree as lines, drawn as `cargo tree` and `npm ls` do. */
export function boxDrawing(root: Line): string[] {
  const lines = [root.text];
  drawBelow(root, "", lines);
  return lines;
}

function drawBelow({ below }: Line, indent: string, lines: string[]): void {
  below.forEach((line, index) => {
    const last = index === below.length - 1;
    lines.push(`${indent}${last ? "└── " : "├── "}${line.text}`);
    drawBelow(line, `${indent}${last ? "    " : "│   "}`, lines);
  });
}
