import { Icon } from "@shopify/polaris";
import {
  ArrowDownIcon,
  ArrowUpIcon,
  LinkIcon,
  ListBulletedIcon,
  ListNumberedIcon,
  TextBoldIcon,
  TextItalicIcon,
  UndoIcon,
} from "@shopify/polaris-icons";
import { type Editor, useEditorState } from "@tiptap/react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { LinkField } from "./link-field.tsx";
import { moveBullet } from "./move-bullet.ts";

export interface ToolbarProps {
  editor: Editor;
  kind: "html" | "bullets";
  onSource?: (() => void) | undefined;
}

const levels = [2, 3, 4] as const;

/** How the words look. One stop for the Tab key; arrows lead from button to button. */
export function Toolbar({ editor, kind, onSource }: ToolbarProps) {
  const { t } = useTranslation("editor");
  const [linking, setLinking] = useState(false);
  const bar = useRef<HTMLDivElement>(null);
  const now = useEditorState({
    editor,
    selector: ({ editor }) => ({
      bold: editor.isActive("bold"),
      italic: editor.isActive("italic"),
      bullets: editor.isActive("bulletList"),
      numbers: editor.isActive("orderedList"),
      link: editor.isActive("link"),
      block: levels.find((level) => editor.isActive("heading", { level })) ?? 0,
      undo: editor.can().undo(),
    }),
  });
  const button = (name: keyof Labels, icon: typeof TextBoldIcon, act: () => void, pressed?: boolean, keys?: string) => (
    <button
      type="button"
      className="sw-editor-tool"
      tabIndex={-1}
      aria-label={t(`tool.${name}`)}
      title={t(`tool.${name}`)}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
      {...(keys ? { "aria-keyshortcuts": keys } : {})}
      onMouseDown={(event) => event.preventDefault()}
      onClick={act}
    >
      <Icon source={icon} />
    </button>
  );
  const run = () => editor.chain().focus();
  return (
    <div className="sw-editor-bar">
      <div
        ref={bar}
        className="sw-editor-tools"
        role="toolbar"
        aria-label={t("toolbar")}
        onKeyDown={(event) => step(event, bar.current)}
        onFocus={({ target }) => rove(bar.current, target)}
      >
        {kind === "html" ? (
          <>
            <select
              className="sw-editor-tool sw-editor-block"
              tabIndex={0}
              aria-label={t("tool.block")}
              value={now.block}
              onChange={({ target }) => {
                const level = levels.find((one) => one === Number(target.value));
                if (level) run().setHeading({ level }).run();
                else run().setNode("paragraph", { bare: false }).run();
              }}
            >
              <option value={0}>{t("block.paragraph")}</option>
              {levels.map((level) => (
                <option key={level} value={level}>
                  {t(`block.h${level}`)}
                </option>
              ))}
            </select>
            {button("bold", TextBoldIcon, () => run().toggleMark("bold").run(), now.bold, "Control+B")}
            {button("italic", TextItalicIcon, () => run().toggleMark("italic").run(), now.italic, "Control+I")}
            {button("list", ListBulletedIcon, () => run().toggleBulletList().run(), now.bullets)}
            {button("numbers", ListNumberedIcon, () => run().toggleOrderedList().run(), now.numbers)}
            {button("link", LinkIcon, () => setLinking(!linking), now.link)}
          </>
        ) : (
          <>
            {button("up", ArrowUpIcon, () => moveBullet(editor, -1))}
            {button("down", ArrowDownIcon, () => moveBullet(editor, 1))}
          </>
        )}
        <span className="sw-grow" />
        {button("undo", UndoIcon, () => run().undo().run(), undefined, "Control+Z")}
        {onSource ? (
          <button type="button" className="sw-editor-tool sw-editor-html" tabIndex={-1} onClick={onSource}>
            HTML
          </button>
        ) : null}
      </div>
      {linking ? (
        <LinkField
          address={String(editor.getAttributes("link").href ?? "")}
          onSet={(href) => {
            setLinking(false);
            if (href === "") run().extendMarkRange("link").unsetLink().run();
            else run().extendMarkRange("link").setLink({ href }).run();
          }}
          onClose={() => {
            setLinking(false);
            editor.commands.focus();
          }}
        />
      ) : null}
    </div>
  );
}

type Labels = Record<"bold" | "italic" | "list" | "numbers" | "link" | "undo" | "up" | "down", string>;

function toolsIn(bar: HTMLElement | null): HTMLElement[] {
  return [...(bar?.querySelectorAll<HTMLElement>(".sw-editor-tool") ?? [])];
}

/** The one that has the focus is where Tab leads back to. */
function rove(bar: HTMLElement | null, target: EventTarget): void {
  for (const tool of toolsIn(bar)) tool.tabIndex = tool === target ? 0 : -1;
}

function step(event: React.KeyboardEvent, bar: HTMLElement | null): void {
  const tools = toolsIn(bar);
  const at = tools.indexOf(event.target as HTMLElement);
  const back = getComputedStyle(bar ?? document.body).direction === "rtl" ? "ArrowRight" : "ArrowLeft";
  const forth = back === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
  const to = { [forth]: at + 1, [back]: at - 1, Home: 0, End: tools.length - 1 }[event.key];
  if (to === undefined || at === -1) return;
  event.preventDefault();
  tools.at(to % tools.length)?.focus();
}
