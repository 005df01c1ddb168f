"""Words of Chinese: the only room that imports jieba."""
