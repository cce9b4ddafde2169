-- name: api_token^
SELECT name, digest, rights, created_at, expires_at FROM api_token WHERE digest = :digest;

-- name: api_tokens
SELECT name, digest, rights, created_at, expires_at FROM api_token ORDER BY name;

-- name: api_token_added!
INSERT INTO api_token (name, digest, rights, created_at, expires_at)
VALUES (:name, :digest, :rights, :created_at, :expires_at)
ON CONFLICT (name) DO NOTHING;

-- name: api_token_revoked!
DELETE FROM api_token WHERE name = :name;
