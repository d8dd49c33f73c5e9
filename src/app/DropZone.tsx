import { useEffect, useState } from 'react';
import { useTexts } from '../i18n';
import { useAppStore } from '../store';
import { openFile } from './open-file';

/** The whole page takes files and links; while one is over it, it says what will happen. */
export function DropZone() {
  const texts = useTexts().app;
  return useDropping() ? <div className="drop-zone">{texts.drop}</div> : null;
}

/** Opens what is dropped on the page; whether something that can be dropped is over it. */
function useDropping(): boolean {
  const store = useAppStore();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!isForUs(event.dataTransfer)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      setOver(false);
      const data = event.dataTransfer;
      if (data === null || !isForUs(data)) return;
      event.preventDefault();
      const [file] = data.files;
      if (file === undefined) void store.bring(data.getData('text/plain'), null);
      else void openFile(store, file);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [store]);
  return isOver;
}

/** Files and links; text that is dragged into a field goes there. */
function isForUs(data: DataTransfer | null): boolean {
  return data !== null && (data.types.includes('Files') || data.types.includes('text/uri-list'));
}
