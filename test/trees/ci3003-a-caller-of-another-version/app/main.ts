import "journal";
