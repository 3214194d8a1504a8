// A question over the page: the rest of it is out of reach until it is answered.
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

interface Props { title: string; onClose(): void; children: ComponentChildren; wide?: boolean }

export function Dialog({ title, onClose, children, wide }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    box.current?.showModal();
    return () => box.current?.close();
  }, []);
  return (
    <dialog ref={box} class={wide ? "wide" : ""} aria-label={title} onCancel={(event) => { event.preventDefault(); onClose(); }}>
      <h1>{title}</h1>
      {children}
    </dialog>
  );
}
