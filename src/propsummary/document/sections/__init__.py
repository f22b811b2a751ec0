"""The sections of a document, one file each; every one yields blocks without numbers."""
