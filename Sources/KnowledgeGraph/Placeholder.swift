// Placeholder so that the package resolves; replaced by the room's first real file.
