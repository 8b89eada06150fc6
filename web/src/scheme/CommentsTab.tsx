/** What offices said about a draft, the answers, and the form for one's own comment. */

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client, useSave } from '../api/index.ts';
import { useFormat } from '../format/index.ts';
import { Choice, Field } from '../forms/index.ts';
import { Button, Empty, Query, SaveLine, useAddress, useTown } from '../shell/index.ts';
import { useWords } from '../words/catalogue.ts';
import { schemeTextWords } from '../words/scheme-text.ts';
import { AnswerForm } from './AnswerForm.tsx';
import type { Comment, VersionRead } from './replies.ts';

export function CommentsTab({ read }: { read: VersionRead }) {
  const w = useWords(schemeTextWords);
  const town = useTown();
  const { id } = read.version;
  const query = useQuery(api.scheme.comments.queryOptions({ input: { town, id } }));
  return (
    <div className="scheme-comments">
      {read.deeds.includes('comment') && <CommentForm read={read} />}
      <Query query={query} what={w.comments}>
        {({ rows }) =>
          rows.length === 0 ? (
            <NoComments read={read} />
          ) : (
            <ol>
              {rows.map((comment) => (
                <li key={comment.id}>
                  <CommentRow comment={comment} read={read} />
                </li>
              ))}
            </ol>
          )
        }
      </Query>
    </div>
  );
}

function NoComments({ read }: { read: VersionRead }) {
  const w = useWords(schemeTextWords);
  const format = useFormat();
  const { commentsFrom, commentsTo } = read.version;
  const why =
    commentsFrom && commentsTo
      ? w.noCommentsWhy(format.day(commentsFrom), format.day(commentsTo))
      : w.commentsNotOpen;
  return <Empty what={w.noComments} why={why} />;
}

function CommentForm({ read }: { read: VersionRead }) {
  const w = useWords(schemeTextWords);
  const town = useTown();
  const queries = useQueryClient();
  const { search, change } = useAddress();
  const [text, setText] = useState('');
  const clause = search.clause ?? '';
  const save = useSave(client.scheme.comment, {
    onSaved: () => {
      setText('');
      change({ clause: undefined });
      void queries.invalidateQueries({ queryKey: api.scheme.key() });
    },
  });
  const options = (read.checked.official?.rows ?? []).flatMap((row) =>
    row.kind === 'clause' ? [{ value: row.code, label: `${row.code} ${row.text}` }] : [],
  );
  return (
    <form
      className="scheme-comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        const about = clause === '' ? {} : { clause };
        void save.run({ town, id: read.version.id, text, ...about });
      }}
    >
      <h2>{w.newComment}</h2>
      <Choice
        label={w.commentClause}
        hint={w.commentWhole}
        options={options}
        value={clause}
        onChange={(code) => change({ clause: code })}
      />
      <Field label={w.commentText} hint={w.commentTextHint} required>
        {(parts) => (
          <textarea
            {...parts}
            rows={3}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button kind="main" type="submit" disabled={text.trim() === '' || save.isBusy}>
        {w.send}
      </Button>
      <SaveLine save={save} />
    </form>
  );
}

function CommentRow({ comment, read }: { comment: Comment; read: VersionRead }) {
  const w = useWords(schemeTextWords);
  const format = useFormat();
  const { clause, clauseText, unit = '', person = '', answer, adopted } = comment;
  const who = unit || person ? w.who(unit, person) : w.nobody;
  return (
    <article className="scheme-comment">
      <h3>
        {clause ? w.clauseNo(clause) : w.whole}{' '}
        <span className="soft">
          {who} {format.moment(comment.at)}
        </span>
      </h3>
      {clauseText && <p className="soft">{w.clauseThen(clauseText)}</p>}
      {comment.isOutdated && <p className="soft">{w.outdated}</p>}
      <p className="prose">{comment.text}</p>
      {answer ? (
        <p className="scheme-answer">
          <strong>{adopted ? w.adopted : w.declined}</strong> {answer}
        </p>
      ) : (
        <p className="soft">{w.unanswered}</p>
      )}
      {read.deeds.includes('answer') && <AnswerForm comment={comment} id={read.version.id} />}
    </article>
  );
}
