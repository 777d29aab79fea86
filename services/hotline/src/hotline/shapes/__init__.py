"""What staff send and see; texts for people are Chinese, personal data is masked."""
