;;; reslint.el --- Citations of ITU resolutions, checked while you write  -*- lexical-binding: t -*-

;; Emacs 29 or newer has eglot; older ones get it with M-x package-install RET eglot.
;; Put this into your init file, or load it from there.  It needs the program `reslint' on PATH:
;; pip install 'reslint[server]'.

(require 'eglot)

(add-to-list 'eglot-server-programs '((text-mode markdown-mode) . ("reslint" "server")))

(add-hook 'text-mode-hook
          (lambda ()
            ;; Only drafts: other modes are made from this one, as that of commit messages.
            (when (and buffer-file-name (memq major-mode '(text-mode markdown-mode)))
              (eglot-ensure))))

(provide 'reslint)

;;; reslint.el ends here
