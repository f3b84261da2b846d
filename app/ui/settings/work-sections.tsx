import { BlockStack, Button, Card, Checkbox, ChoiceList, Text, TextField, UnstyledLink } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { SettingsSection } from "../settings-section.tsx";
import "./settings.css";

/** How the shop's people work, as texts of a form. */
export interface WorkForm {
  approvePublishes: string;
  fourEyes: string;
  singleKeys: string;
  /** `usual`, `findings` or `oldest` */
  reviewOrder: string;
  /** one a line */
  rejectReasons: string;
  /** how many of a short text: `1`, `2` or `3` */
  wordings: string;
  noticeRuns: string;
  mailRuns: string;
  /** separated by commas */
  mailTo: string;
  /** as JSON: those that somebody named or limited */
  people: string;
}

export interface PersonView {
  /** `user:<Shopify user id>` */
  person: string;
  name: string;
  mayApprove: boolean;
  mayPublish: boolean;
  mayChangeRules: boolean;
}

export interface MailView {
  /** the operator of this app has a mail server */
  isSetUp: boolean;
  /** why the last one was not sent, as a sentence */
  trouble: string | null;
}

export interface WorkSectionsProps {
  form: WorkForm;
  errors: Partial<Record<string, string>>;
  people: readonly PersonView[];
  /** whom nothing limits; null while everybody may do everything */
  owner: string | null;
  me: string;
  /** products that nothing is written for */
  handsOff: readonly { id: string; title: string }[];
  mail: MailView;
  givingBack: boolean;
  onHandsOn(productId: string): void;
  onChange(name: keyof WorkForm, value: string): void;
}

/** Publishing, review, people and notices. */
export function WorkSections(props: WorkSectionsProps) {
  const { form, errors, people, owner, me, onChange } = props;
  const { t } = useTranslation("settings");
  const flag = (name: "approvePublishes" | "fourEyes" | "singleKeys" | "noticeRuns") => (
    <Checkbox
      label={t(`work.${name}`)}
      helpText={t(`work.${name}Help`)}
      checked={form[name] === "true"}
      error={errors[name]}
      onChange={(checked) => onChange(name, String(checked))}
    />
  );
  return (
    <>
      <SettingsSection title={t("publishing.title")} description={t("publishing.about")}>
        <Card>
          <BlockStack gap="300">
            {flag("approvePublishes")}
            {flag("fourEyes")}
            <HandsOffList {...props} />
          </BlockStack>
        </Card>
      </SettingsSection>
      <SettingsSection title={t("review.title")} description={t("review.about")}>
        <Card>
          <BlockStack gap="400">
            {flag("singleKeys")}
            <ChoiceList
              title={t("review.order")}
              choices={(["usual", "findings", "oldest"] as const).map((value) => ({
                value,
                label: t(`review.${value}`),
              }))}
              selected={[form.reviewOrder]}
              onChange={([chosen]) => onChange("reviewOrder", chosen ?? form.reviewOrder)}
            />
            <BlockStack gap="100">
              <ChoiceList
                title={t("review.wordings")}
                choices={(["1", "2", "3"] as const).map((value) => ({ value, label: t(`review.wordings${value}`) }))}
                selected={[form.wordings]}
                onChange={([chosen]) => onChange("wordings", chosen ?? form.wordings)}
              />
              <Text as="p" tone="subdued">
                {t("review.wordingsHelp")}
              </Text>
            </BlockStack>
            <TextField
              label={t("review.reasons")}
              helpText={t("review.reasonsHelp")}
              value={form.rejectReasons}
              onChange={(value) => onChange("rejectReasons", value)}
              multiline={3}
              maxHeight="14rem"
              error={errors.rejectReasons}
              autoComplete="off"
            />
          </BlockStack>
        </Card>
      </SettingsSection>
      <SettingsSection title={t("people.title")} description={t("people.about")}>
        <Card>
          <People {...{ form, people, owner, me, error: errors.people, onChange }} />
        </Card>
      </SettingsSection>
      <SettingsSection title={t("notices.title")} description={t("notices.about")}>
        <Card>
          <BlockStack gap="300">
            {flag("noticeRuns")}
            <MailFields {...props} />
          </BlockStack>
        </Card>
      </SettingsSection>
    </>
  );
}

function MailFields({
  form,
  errors,
  mail,
  onChange,
}: Pick<WorkSectionsProps, "form" | "errors" | "mail" | "onChange">) {
  const { t } = useTranslation("settings");
  // Switches that do nothing are not shown.
  if (!mail.isSetUp) return <Text as="p">{t("mail.notSetUp")}</Text>;
  return (
    <BlockStack gap="300">
      <Checkbox
        label={t("work.mailRuns")}
        helpText={t("work.mailRunsHelp")}
        checked={form.mailRuns === "true"}
        onChange={(checked) => onChange("mailRuns", String(checked))}
      />
      <TextField
        label={t("mail.to")}
        helpText={t("mail.toHelp")}
        value={form.mailTo}
        onChange={(value) => onChange("mailTo", value)}
        error={errors.mailTo}
        inputMode="email"
        autoComplete="off"
      />
      {mail.trouble === null ? null : (
        <Text as="p" tone="critical" breakWord>
          {mail.trouble}
        </Text>
      )}
    </BlockStack>
  );
}

function HandsOffList({
  handsOff,
  givingBack,
  onHandsOn,
}: Pick<WorkSectionsProps, "handsOff" | "givingBack" | "onHandsOn">) {
  const { t } = useTranslation("settings");
  return (
    <section aria-label={t("handsOff.title")}>
      <Text as="h3" variant="headingSm">
        {t("handsOff.title")}
      </Text>
      <Text as="p" tone="subdued">
        {t(handsOff.length === 0 ? "handsOff.none" : "handsOff.about")}
      </Text>
      <ul className="sw-settings-list">
        {handsOff.map(({ id, title }) => (
          <li key={id}>
            <UnstyledLink url={`/app/products/${id}`} className="sw-settings-name">
              <span dir="auto">{title}</span>
            </UnstyledLink>
            <Button
              size="slim"
              disabled={givingBack}
              onClick={() => onHandsOn(id)}
              accessibilityLabel={t("handsOff.giveBackOf", { title })}
            >
              {t("handsOff.giveBack")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const rights = ["mayApprove", "mayPublish", "mayChangeRules"] as const;

function People({
  form,
  people,
  owner,
  me,
  error,
  onChange,
}: Pick<WorkSectionsProps, "form" | "people" | "owner" | "me" | "onChange"> & { error: string | undefined }) {
  const { t } = useTranslation("settings");
  const changed = readPeople(form.people);
  const all = people.map(
    ({ person }): PersonView =>
      changed.find((one) => one.person === person) ?? {
        person,
        name: "",
        mayApprove: true,
        mayPublish: true,
        mayChangeRules: true,
      },
  );
  const readOnly = owner !== null && owner !== me;
  const set = (next: PersonView) => {
    const rest = changed.filter(({ person }) => person !== next.person);
    const kept = isUsual(next) && !people.some((one) => one.person === next.person && !isUsual(one)) ? [] : [next];
    onChange("people", JSON.stringify([...rest, ...kept].sort((a, b) => (a.person < b.person ? -1 : 1))));
  };
  return (
    <BlockStack gap="300">
      {readOnly ? <Text as="p">{t("people.readOnly")}</Text> : null}
      {error ? (
        <Text as="p" tone="critical">
          {error}
        </Text>
      ) : null}
      {all.map((one) => {
        const number = one.person.replace("user:", "");
        const free = one.person === owner || (owner === null && one.person === me);
        const called = one.name === "" ? t("people.staff", { number }) : one.name;
        return (
          <fieldset key={one.person} className="sw-settings-person">
            <legend>
              {called}
              {one.person === me ? ` · ${t("people.you")}` : ""}
            </legend>
            <TextField
              label={t("people.name")}
              value={one.name}
              placeholder={t("people.staff", { number })}
              maxLength={60}
              readOnly={readOnly}
              onChange={(name) => set({ ...one, name })}
              autoComplete="off"
            />
            {free ? (
              <Text as="p" tone="subdued">
                {t("people.everything")}
              </Text>
            ) : (
              rights.map((right) => (
                <Checkbox
                  key={right}
                  label={
                    <>
                      {t(`people.${right}`)}
                      <Text as="span" visuallyHidden>{` · ${called}`}</Text>
                    </>
                  }
                  checked={one[right]}
                  disabled={readOnly}
                  onChange={(checked) => set({ ...one, [right]: checked })}
                />
              ))
            )}
          </fieldset>
        );
      })}
    </BlockStack>
  );
}

function readPeople(text: string): PersonView[] {
  return text === "" ? [] : (JSON.parse(text) as PersonView[]);
}

function isUsual({ name, mayApprove, mayPublish, mayChangeRules }: PersonView): boolean {
  return name === "" && mayApprove && mayPublish && mayChangeRules;
}
