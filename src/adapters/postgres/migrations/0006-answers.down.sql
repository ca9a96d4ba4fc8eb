DROP TABLE removed, asked, given;
