-- Answers of operations that open what is sealed were kept as receipts of repeated calls: they are kept no more.
DELETE FROM platform_idempotency WHERE operation IN (
  'register/export-person-file',
  'register/export-persons',
  'register/reveal-field',
  'casework/reveal-answer',
  'casework/keep-draft',
  'casework/read-draft'
);
