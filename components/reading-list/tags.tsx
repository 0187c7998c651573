import type { Translate } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../../utils/i18n.ts';
import { IconButton } from '../parts/button.tsx';

/** The tags, each with a button that takes it off, and a field for new ones (several with commas). */
export function Tags(props: {
  readonly tags: readonly string[];
  readonly setTags: (tags: readonly string[]) => void;
  readonly t: Translate<TextKey>;
}) {
  const { tags, setTags, t } = props;
  return (
    <div class="tags">
      {tags.length > 0 && (
        <ul aria-label={t('list.tags')}>
          {tags.map((tag) => (
            <li key={tag}>
              <span>{tag}</span>
              <IconButton
                icon="close"
                name={t('list.removeTag', { tag })}
                onPress={() => setTags(tags.filter((other) => other !== tag))}
              />
            </li>
          ))}
        </ul>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const field = event.currentTarget.querySelector('input');
          const added = (field?.value ?? '').split(/[,，、]/u).map((tag) => tag.trim());
          const fresh = added.filter((tag) => tag !== '' && !tags.includes(tag));
          if (field) field.value = '';
          if (fresh.length > 0) setTags([...tags, ...new Set(fresh)]);
        }}
      >
        <input
          type="text"
          class="tag-field"
          aria-label={t('list.addTag')}
          placeholder={t('list.addTag')}
          maxLength={100}
        />
      </form>
    </div>
  );
}
