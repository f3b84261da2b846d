import { Icon } from "@shopify/polaris";
import { ChevronDownIcon } from "@shopify/polaris-icons";
import { type ReactNode, useId, useState } from "react";
import "./settings-section.css";

/**
 * A part of a form: what it is for beside its fields. In a narrow window the parts are a list, and each opens when it is asked
 * for, or by itself where a field in it is wrong.
 */
export function SettingsSection(props: { title: string; description: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <section className={`sw-settings-section${open ? " sw-settings-section-open" : ""}`}>
      <div className="sw-settings-about">
        <h2>
          <span className="sw-settings-title">{props.title}</span>
          <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            <span>{props.title}</span>
            <span className="sw-settings-dot" aria-hidden="true" />
            <span className="sw-settings-chevron">
              <Icon source={ChevronDownIcon} />
            </span>
          </button>
        </h2>
        <p>{props.description}</p>
      </div>
      <div className="sw-settings-body" id={id}>
        {props.children}
      </div>
    </section>
  );
}
