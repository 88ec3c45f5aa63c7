import { type ChangeEvent, type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { addressOf, useGo, usePlace } from '../lib/place.ts';
import { chosenFiles, droppedFiles, type Upload } from '../lib/upload.ts';
import { type Sending, useImports } from '../lib/use-imports.ts';
import { t } from '../messages/index.ts';
import { Trouble } from './empty.tsx';
import '../styles/rooms.css';

/** How far the sending of an import has come, or why it was not taken. */
export const SendingNote = ({ sending }: { readonly sending: Sending }): ReactNode => {
  if (sending.failure !== null) return <Trouble failure={sending.failure} />;
  if (sending.trouble !== null) return <p role="alert">{sending.trouble}</p>;
  if (sending.share === null) return null;
  return (
    <p role="status">
      <progress value={sending.share} max={1} aria-label={t('import.sending')} /> {t('import.sending')}
    </p>
  );
};

/** Takes files and folders, dropped or chosen, and imports them; then goes to the imports. */
export const DropZone = ({ isLarge = false }: { readonly isLarge?: boolean }): ReactNode => {
  const { dispute } = usePlace();
  const go = useGo();
  const { files, sending } = useImports();
  const [isOver, setIsOver] = useState(false);
  const fileField = useRef<HTMLInputElement>(null);
  const folderField = useRef<HTMLInputElement>(null);
  // Not in React's types: the attribute that makes a field of files one of folders.
  useEffect(() => folderField.current?.setAttribute('webkitdirectory', ''), []);
  const send = async (uploads: readonly Upload[]): Promise<void> => {
    if ((await files(uploads)) !== null) go.to(addressOf(dispute, 'jobs'));
  };
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    void send(chosenFiles(event.currentTarget));
    event.currentTarget.value = '';
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    void droppedFiles(event.dataTransfer).then(send);
  };
  return (
    <section
      className={`drop-zone${isOver ? ' is-over' : ''}${isLarge ? ' is-large' : ''}`}
      aria-label={t('import.zone')}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <p className="drop-title">{t('import.drop')}</p>
      <p className="muted small">{t('import.kinds')}</p>
      <p className="drop-ways">
        <button type="button" className="button" onClick={() => fileField.current?.click()}>
          {t('import.files')}
        </button>
        <button type="button" className="button" onClick={() => folderField.current?.click()}>
          {t('import.folder')}
        </button>
      </p>
      <input ref={fileField} type="file" multiple hidden onChange={choose} aria-label={t('import.files')} />
      <input
        ref={folderField}
        type="file"
        multiple
        hidden
        onChange={choose}
        aria-label={t('import.folder')}
      />
      <SendingNote sending={sending} />
    </section>
  );
};
