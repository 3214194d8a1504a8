"""What a program may ask of notice-gen, behind the names of ``import notice_gen``; docs/dev/library.md is the manual."""
