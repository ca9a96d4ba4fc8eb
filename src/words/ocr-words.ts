/** What makes pictures of pages readable, for messages to the operator. */
export const INSTALL_OCR =
  'install Tesseract (Debian: apt-get install tesseract-ocr tesseract-ocr-chi-sim) and take it in again';
