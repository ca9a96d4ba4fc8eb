DROP TABLE follows, told, scopes;
